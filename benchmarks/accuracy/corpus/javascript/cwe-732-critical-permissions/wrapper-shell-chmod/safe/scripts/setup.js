#!/usr/bin/env node
const path = require('path');
const { program } = require('commander');
const { folder, note } = require('./lib/steps');

const MODES = {
  assets: '755',
  dumps: '700',
};

program
  .name('setup')
  .description('Prepare the folders of a new installation')
  .option('--prefix <dir>', 'installation folder', '/opt/ticketing')
  .option('--no-assets', 'leave the asset folder alone')
  .action(({ prefix, assets }) => {
    const root = path.resolve(prefix);
    if (assets) {
      folder(path.join(root, 'assets'), MODES.assets);
      note('asset folder is ready');
    }
    folder(path.join(root, 'var', 'dumps'), MODES.dumps);
    note('nightly database dumps go to var/dumps');
  });

program.parse();
