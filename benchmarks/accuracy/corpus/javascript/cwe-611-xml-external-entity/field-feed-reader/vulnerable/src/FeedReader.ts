import * as libxml from 'libxmljs2';

interface Options {
  noent?: boolean;
  nocdata?: boolean;
}

export class FeedReader {
  private options: Options = { nocdata: true, noent: true };

  titles(xml: string): string[] {
    const document = libxml.parseXml(xml, this.options);
    return document.find('//item/title').map((node) => (node as libxml.Element).text());
  }
}
