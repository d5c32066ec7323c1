'use strict';

/** Turns a title into the part of an address that stands for it. */
function slugify(title) {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

module.exports = { slugify };
