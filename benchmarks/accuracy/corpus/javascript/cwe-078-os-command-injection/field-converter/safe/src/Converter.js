import { execSync } from 'child_process';

export class Converter {
  #input;
  #engine = 'pdflatex';

  constructor(input) {
    this.#input = input;
  }

  with(engine) {
    if (['pdflatex', 'xelatex', 'lualatex'].includes(engine)) {
      this.#engine = engine;
    }
    return this;
  }

  run() {
    return execSync(`${this.#engine} -interaction=nonstopmode -halt-on-error main.tex`, {
      cwd: '/var/spool/tex',
      input: this.#input,
    });
  }
}
