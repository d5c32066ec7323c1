import unittest

from shop.invoice import discounted, gross, net


class InvoiceTest(unittest.TestCase):
    def test_net_is_the_sum_of_the_lines(self):
        self.assertEqual(net([(2, 150), (1, 99)]), 399)

    def test_discounts_round_half_up(self):
        self.assertEqual(discounted(150, 5), 142)

    def test_tax_rounds_half_up(self):
        self.assertEqual(gross([(1, 150)]), 179)
        self.assertEqual(gross([(1, 50)]), 60)


if __name__ == "__main__":
    unittest.main()
