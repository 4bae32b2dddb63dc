/*
 * Loads the Chinese wording of a Camunda web application before it starts. The application keeps it in the browser's
 * storage and reads it there first; without it, the very first visit shows raw keys where a part is drawn too early.
 */
const base = document.querySelector('base');
const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
const key = `${folder}_locales_data_zh_${window.bust}`;

if (!kept[key]) {
  const answer = await fetch(`${folder}zh.json?bust=${window.bust}`);
  kept[key] = JSON.stringify(await answer.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

/* What the applications' own templates and their date picker say in English, whatever the locale: put right where it appears. */
const PHRASES = {
  'Toggle this section': '展开或收起',
  'Select all': '全选',
  'Unselect all': '取消全选',
  'Suspended Job Definition': '作业定义已暂停',
  'Loading diagram': '正在读取流程图',
  'Open element documentation': '查看元素说明',
  'Powered by bpmn.io': '流程图由 bpmn.io 绘制',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '还原大小',
  Actions: '操作',
  previous: '上一页',
  next: '下一页',
  HH: '时',
  MM: '分',
};
['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].forEach((day, at) => {
  PHRASES[day] = `星期${'日一二三四五六'[at]}`;
  PHRASES[day.slice(0, 3)] = '日一二三四五六'[at];
});
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SPOKEN = ['title', 'aria-label', 'alt', 'placeholder', 'uib-tooltip', 'tooltip'];

function chinese(text) {
  const phrase = text?.trim();
  const [month, year] = phrase ? phrase.split(' ') : [];
  if (MONTHS.includes(month)) return `${/^\d{4}$/.test(year) ? `${year} 年 ` : ''}${MONTHS.indexOf(month) + 1} 月`;
  return Object.hasOwn(PHRASES, phrase ?? '') ? PHRASES[phrase] : null;
}

function put(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = chinese(node.nodeValue);
    if (text) node.nodeValue = text;
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    putSpoken(node);
    node.childNodes.forEach(put);
  }
}

function putSpoken(node) {
  for (const name of SPOKEN) {
    const text = chinese(node.getAttribute(name));
    if (text) node.setAttribute(name, text);
  }
}

new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'childList') addedNodes.forEach(put);
    else if (type === 'attributes') putSpoken(target);
    else put(target);
  }
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributeFilter: SPOKEN });
document.documentElement.lang = 'zh-CN';
