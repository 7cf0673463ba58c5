it('is old', () => { throw new Error(); });
