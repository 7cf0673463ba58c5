import { execSync } from 'child_process';
import * as lib from '../../lib/run';
export default function handler(request, answer) {
  execSync('id ' + request.query.name); // finding: command-injection
  lib.count();
  answer.status(200).send('<p>' + request.body.name + '</p>'); // finding: xss
}
