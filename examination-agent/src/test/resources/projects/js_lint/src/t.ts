/** I */
export interface I { a: string }
/** doc */
export function over(a: string): void;
export function over(a: unknown): void { if (a) { console.log(a); } }
enum E { A }
export type T = string | E;
export abstract class C { private p(): void {} public abstract q(): void; r(x?: I): string { return x?.a ?? ''; } }
