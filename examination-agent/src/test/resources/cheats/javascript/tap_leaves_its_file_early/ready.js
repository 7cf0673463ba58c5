exports.ready = () => { throw new Error('not ready'); };
