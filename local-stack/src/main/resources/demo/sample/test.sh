#!/bin/sh
# Compiles the billing code with its checks and runs them.
set -eu
mkdir -p out
javac -d out src/billing/*.java test/billing/*.java
java -cp out billing.InvoiceTest
