import { createApp, h } from 'vue';

const PLAIN = /^[\w\s.,!?-]*$/;

const Notice = {
  props: { message: { type: String, required: true } },
  render(this: { message: string }) {
    let message = this.message;
    if (!PLAIN.test(message)) {
      console.info('a notice has markup');
    }
    return h('p', { class: 'notice', innerHTML: message });
  },
};

const query = new URLSearchParams(window.location.search);
createApp(Notice, { message: query.get('notice') ?? '' }).mount('#notice');
