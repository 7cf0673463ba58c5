import { createApp, h } from 'vue';

const PLAIN = /^[\w\s.,!?-]*$/;

const Notice = {
  props: { message: { type: String, required: true } },
  render(this: { message: string }) {
    let message = this.message;
    if (!PLAIN.test(message)) {
      message = 'This notice cannot be shown.';
    }
    return h('p', { class: 'notice', innerHTML: message });
  },
};

const query = new URLSearchParams(window.location.search);
createApp(Notice, { message: query.get('notice') ?? '' }).mount('#notice');
