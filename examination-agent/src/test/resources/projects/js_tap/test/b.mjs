import t from 'tap';
t.plan(1);
t.ok(1, 'planned');
