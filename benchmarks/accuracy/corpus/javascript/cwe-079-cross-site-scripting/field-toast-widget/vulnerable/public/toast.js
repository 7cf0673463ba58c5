class Toast {
  constructor(root) {
    this.root = root;
    this.message = '';
    this.level = 'info';
  }

  setMessage(message) {
    this.message = message;
    return this;
  }

  setLevel(level) {
    this.level = level;
    return this;
  }

  show() {
    const node = document.createElement('div');
    node.className = 'toast';
    node.innerHTML = '<i class="icon"></i> ' + this.message;
    node.dataset.level = this.level;
    this.root.append(node);
  }
}

window.addEventListener('message', (event) => {
  new Toast(document.body).setLevel(event.data.level).setMessage(event.data.text).show();
});
