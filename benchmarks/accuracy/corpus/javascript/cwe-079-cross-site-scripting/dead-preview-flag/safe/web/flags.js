export const featureFlags = Object.freeze({
  autosave: true,
  richPreview: false,
});
