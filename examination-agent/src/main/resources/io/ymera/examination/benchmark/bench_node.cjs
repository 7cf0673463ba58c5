/*
 * Runs one benchmark of a project, or says which there are. Node.js 18+, nothing but its own modules.
 *
 *     node bench_node.cjs <JOB 3>REPORTS      (JSON, see BenchmarkJob.java; read to its end before any code of the project is loaded)
 *
 * It starts in the project's folder. Each line that it writes to descriptor 3 is sealed (see Seal.java). The events are those of
 * bench_python.py.
 */
'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const REPORTS = 3;
const clock = process.hrtime.bigint.bind(process.hrtime);
const write = fs.writeSync;
const exit = process.reallyExit ? process.reallyExit.bind(process) : process.exit.bind(process);
const stringify = JSON.stringify;

const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const key = Buffer.from(job.key, 'hex');
delete job.key;
let count = 0;

function send(event, members) {
    const text = stringify({ ...members, event }).replace(/[\u007f-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
    const mac = crypto.createHmac('sha256', key).update(`${count++}:${text}`).digest('hex').slice(0, 32);
    const line = Buffer.from(`${mac} ${text}\n`, 'ascii');
    for (let at = 0; at < line.length;) {
        try {
            at += write(REPORTS, line, at);
        } catch (error) {
            if (error.code !== 'EAGAIN') throw error;
        }
    }
}

/** What the file exports, by name: its own exports, or those of module.exports and of a default export that is an object. */
async function load(file) {
    const loaded = await import(pathToFileURL(path.resolve(file)).href);
    const byDefault = loaded.default !== null && typeof loaded.default === 'object' ? loaded.default : {};
    return { ...byDefault, ...loaded };
}

function functions(exported) {
    return Object.keys(exported).filter((name) => name.startsWith('bench') && typeof exported[name] === 'function').sort();
}

/** Seconds for so many calls; what a call promises is waited for. */
async function callMany(benchmark, calls) {
    const begin = clock();
    for (let i = 0; i < calls; i++) {
        const result = benchmark();
        if (result !== null && typeof result === 'object' && typeof result.then === 'function') await result;
    }
    return Number(clock() - begin) / 1e9;
}

/** How many calls make a round; calls until it is warm, so that what is measured is compiled. */
async function calibrate(benchmark) {
    let calls = 1;
    const begin = clock();
    const warm = () => Number(clock() - begin) / 1e9 >= job.warm_up_seconds;
    for (;;) {
        const seconds = await callMany(benchmark, calls);
        const enough = seconds >= job.round_seconds;
        if (enough && warm()) return calls;
        if (!enough) calls = Math.max(calls + 1, Math.min(calls * 10, Math.floor((calls * job.round_seconds) / Math.max(seconds, 1e-9) * 1.1)));
    }
}

async function measure(exported) {
    const benchmark = exported[job.function];
    if (typeof benchmark !== 'function') throw new Error(`there is no function ${job.function} in ${job.path}`);
    const iterations = await calibrate(benchmark);
    const seconds = [];
    const begin = clock();
    while (seconds.length < job.rounds) {
        seconds.push((await callMany(benchmark, iterations)) / iterations);
        if (seconds.length >= 3 && Number(clock() - begin) / 1e9 > job.budget_seconds) break;
    }
    send('measured', { iterations, seconds, peak_memory_bytes: process.resourceUsage().maxRSS * 1024 });
}

async function main() {
    const processors = os.cpus();
    send('machine', {
        processors: os.availableParallelism ? os.availableParallelism() : processors.length,
        model: processors.length > 0 ? processors[0].model.trim() : os.arch(),
        runtime: `Node.js ${process.versions.node}`,
    });
    try {
        const exported = await load(job.path);
        if (job.function === undefined || job.function === null) send('found', { functions: functions(exported) });
        else await measure(exported);
    } catch (error) {
        const text = error instanceof Error ? error.stack || error.message : `threw ${error}`;
        send('failed', { text: String(text).slice(0, 4000) });
    }
    exit(0);
}

main();
