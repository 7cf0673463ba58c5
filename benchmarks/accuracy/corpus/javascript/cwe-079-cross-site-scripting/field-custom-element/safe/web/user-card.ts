export class UserCard extends HTMLElement {
  static observedAttributes = ['name'];
  private displayName = '';

  attributeChangedCallback(_attribute: string, _old: string | null, value: string | null): void {
    this.displayName = value ?? '';
    this.render();
  }

  private render(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.innerHTML = '<style>b { color: teal }</style><b></b>';
    root.querySelector('b')!.textContent = this.displayName;
  }
}

customElements.define('user-card', UserCard);

const card = document.createElement('user-card');
card.setAttribute('name', new URL(document.location.href).searchParams.get('name') ?? 'you');
document.body.append(card);
