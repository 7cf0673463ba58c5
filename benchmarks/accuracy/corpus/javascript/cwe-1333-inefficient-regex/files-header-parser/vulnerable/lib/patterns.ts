export const LIST = /^(\s*[\w*]+\s*,?)+$/;
export const QUALITY = /^q=0\.\d{1,3}$/;
