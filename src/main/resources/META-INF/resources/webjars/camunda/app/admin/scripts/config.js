import '../../../../js/camunda-wording.js';

export default {
  app: {
    name: '锁业通 · 用户与权限',
    vendor: 'Keyway'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'YYYY-MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY年M月D日 dddd HH:mm',
    short: 'YYYY-MM-DD'
  },

  disableWelcomeMessage: true,

  customScripts: []
};
