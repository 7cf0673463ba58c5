import _ from 'lodash';

const LAYOUT = '<main><h1>Our shop</h1>SLOGAN</main>';

export function storefront(slogan) {
  const compiled = _.template(LAYOUT.replace('SLOGAN', '<%- slogan %>'));
  return compiled({ year: new Date().getFullYear(), slogan });
}
