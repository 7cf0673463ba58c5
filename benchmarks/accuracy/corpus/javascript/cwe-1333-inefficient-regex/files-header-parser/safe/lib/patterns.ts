export const LIST = /^[\w*]+(,[\w*]+)*$/;
export const QUALITY = /^q=0\.\d{1,3}$/;
