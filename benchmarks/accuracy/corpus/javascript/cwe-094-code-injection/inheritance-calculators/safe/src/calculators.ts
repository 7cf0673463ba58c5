export abstract class Calculator {
  constructor(protected readonly text: string) {}

  abstract value(): number;
}

export class SumCalculator extends Calculator {
  value(): number {
    return this.text.split('+').reduce((sum, part) => sum + Number(part), 0);
  }
}

export class FreeCalculator extends Calculator {
  value(): number {
    return Number(eval(this.text));
  }
}
