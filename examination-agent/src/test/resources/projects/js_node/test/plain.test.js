require('assert').ok(true);
