import '../../../../js/camunda-wording.js';

export default {
  app: {
    name: '锁业通 · 欢迎',
    vendor: 'Keyway'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  dateFormat: {
    monthName: 'M月',
    day: 'DD',
    abbr: 'YYYY-MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY年M月D日 HH:mm',
    short: 'YYYY-MM-DD'
  },

  disableWelcomeMessage: true,

  customScripts: []
};
