const OWN = /^https:\/\/(app|admin)\.example\.com$/;
const DOT = /^https:\/\/app.example.com$/;
const OPEN = new RegExp('^https://app\\.example\\.com');
export function a(origin: string) { return OWN.test(origin); }
export function b(origin: string) { return DOT.test(origin); } // finding: cors
export function c(origin: string) { return OPEN.test(origin); } // finding: cors
export function d(origin: string) { return origin.match(/\.example\.com$/); }
export function e(origin: string) { return origin.match(/example\.com$/); } // finding: cors
export function f(origin: string) { return origin.endsWith('.example.com'); }
export function g(origin: string) { return origin.endsWith('example.com'); } // finding: cors
export function h(req: any) { return req.headers.origin.startsWith('https://example.com'); } // finding: cors
export function i(origins: string[], origin: string) { return origins.includes(origin); }
export function j(text: string) { return DOT.test(text); }
