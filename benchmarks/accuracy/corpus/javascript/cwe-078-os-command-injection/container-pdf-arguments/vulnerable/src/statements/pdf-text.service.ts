import { Injectable, Logger } from '@nestjs/common';
import { exec, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const runShell = promisify(exec);
const runFile = promisify(execFile);

export interface ExtractOptions {
  firstPage?: number;
  lastPage?: number;
  password?: string;
}

@Injectable()
export class PdfTextService {
  private readonly logger = new Logger(PdfTextService.name);

  async extract(file: string, options: ExtractOptions): Promise<string> {
    const args: string[] = ['-layout'];
    if (options.firstPage) args.push('-f', String(Math.trunc(options.firstPage)));
    if (options.lastPage) args.push('-l', String(Math.trunc(options.lastPage)));
    if (options.password) args.push('-upw', options.password);
    args.push(file, '-');

    const started = Date.now();
    const { stdout } = await runShell(['pdftotext', ...args].join(' '), { maxBuffer: 16 * 1024 * 1024 });
    this.logger.log(`extracted ${stdout.length} characters in ${Date.now() - started} ms`);
    return stdout;
  }

  async version(): Promise<string> {
    const { stderr } = await runShell('pdftotext -v');
    return stderr.split('\n')[0];
  }
}
