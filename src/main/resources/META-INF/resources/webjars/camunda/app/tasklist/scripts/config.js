import '../../../../js/camunda-wording.js';

export default {
  app: {
    name: '锁业通 · 任务中心',
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

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '将焦点移到列表中的第一个筛选器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '将焦点移到列表中的第一项任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '将焦点移到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“发起流程”对话框'
    }
  },

  // a script that cannot be loaded stops Tasklist: look at it in a browser after every change
  customScripts: ['scripts/keyway/papers.js', 'scripts/keyway/due.js', 'scripts/keyway/next.js']
};
