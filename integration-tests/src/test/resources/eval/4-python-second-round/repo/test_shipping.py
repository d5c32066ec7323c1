import unittest

from shipping import shipping_cost


class ShippingTest(unittest.TestCase):
    def test_small_orders_pay_by_weight(self):
        self.assertEqual(shipping_cost(20, 2, "DE"), 8)

    def test_orders_at_the_limit_ship_free(self):
        self.assertEqual(shipping_cost(100, 2, "DE"), 0)

    def test_the_limit_is_higher_abroad(self):
        self.assertEqual(shipping_cost(120, 2, "NO"), 8)
        self.assertEqual(shipping_cost(150, 2, "NO"), 0)


if __name__ == "__main__":
    unittest.main()
