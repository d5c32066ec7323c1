'use strict';

const test = require('node:test');
const assert = require('node:assert');
const { slugify } = require('./slug');

test('words are joined by dashes', () => {
  assert.strictEqual(slugify('One Two'), 'one-two');
});

test('punctuation at the ends leaves no dash', () => {
  assert.strictEqual(slugify('Hello, World!'), 'hello-world');
  assert.strictEqual(slugify('"Quoted"'), 'quoted');
});
