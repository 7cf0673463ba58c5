globalThis.prepared = true;
