import { computed, h, ref, watchEffect } from 'vue';
import DOMPurify from 'dompurify';
import { marked } from 'marked';

function toHtml(source) {
  const rendered = marked.parse(source);
  return DOMPurify.sanitize(rendered);
}

export default {
  name: 'ProfileBio',

  props: {
    userId: { type: Number, required: true },
    compact: { type: Boolean, default: false },
  },

  setup(props) {
    const profile = ref(null);
    const failed = ref(false);

    watchEffect(async () => {
      failed.value = false;
      const response = await fetch(`/api/users/${props.userId}/profile`);
      if (!response.ok) {
        failed.value = true;
        return;
      }
      profile.value = await response.json();
    });

    const bio = computed(() => (profile.value ? toHtml(profile.value.bio ?? '') : ''));

    return () => {
      if (failed.value) return h('p', { class: 'error' }, 'This profile could not be loaded.');
      if (!profile.value) return h('p', 'Loading…');
      return h('section', { class: { bio: true, compact: props.compact } }, [
        h('h2', profile.value.name),
        h('div', { class: 'markdown', innerHTML: bio.value }),
      ]);
    };
  },
};
