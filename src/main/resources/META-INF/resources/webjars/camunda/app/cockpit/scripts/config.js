/*
 * Cockpit of the Keyway product. Replaces the file of the same path in the
 * Camunda webjar; everything not named here keeps its shipped default.
 */

import '../../../../js/camunda-wording.js';

export default {
  app: {
    name: '锁业通 · 流程监控',
    vendor: 'Keyway'
  },
  // The locale is 'zh', not 'zh-CN': the web application cuts the language
  // of the browser at the hyphen before it looks for a translation.
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  }
};
