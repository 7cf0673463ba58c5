import { featureFlags } from './flags.js';

const pane = document.getElementById('preview');
const draft = document.getElementById('draft');

export function open() {
  const shared = new URLSearchParams(location.search).get('note');
  draft.value = shared;
  if (featureFlags.richPreview) {
    pane.innerHTML = shared;
  } else {
    pane.innerText = shared;
  }
}

document.addEventListener('DOMContentLoaded', open);
