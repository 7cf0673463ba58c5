if (process.send) { process.send('from the child'); }
