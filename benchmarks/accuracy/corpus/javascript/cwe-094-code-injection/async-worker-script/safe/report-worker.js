const { Worker } = require('node:worker_threads');

const PRELUDE = "const { parentPort, workerData } = require('node:worker_threads');\n";

const AGGREGATES = {
  sum: 'rows.reduce((total, row) => total + row.amount, 0)',
  max: 'Math.max(...rows.map((row) => row.amount))',
  count: 'rows.length',
};

function sourceFor(aggregate) {
  const expression = Object.hasOwn(AGGREGATES, aggregate) ? AGGREGATES[aggregate] : AGGREGATES.count;
  return `${PRELUDE}const { rows } = workerData;\nparentPort.postMessage(${expression});\n`;
}

function aggregateInWorker(aggregate, rows) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(sourceFor(aggregate), {
      eval: true,
      workerData: { rows },
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

module.exports = { aggregateInWorker };
