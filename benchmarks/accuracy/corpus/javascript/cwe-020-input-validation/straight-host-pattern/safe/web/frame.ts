const PARTNER = /^https:\/\/www\.partner\.com$/;

interface Order {
  kind: 'resize' | 'pay';
  height?: number;
  amount?: number;
}

export function listen(pay: (amount: number) => void): void {
  window.addEventListener('message', (event: MessageEvent<Order>) => {
    if (!PARTNER.test(event.origin)) {
      return;
    }
    if (event.data.kind === 'resize') {
      document.body.style.height = `${Number(event.data.height)}px`;
    } else {
      pay(Number(event.data.amount));
    }
  });
}
