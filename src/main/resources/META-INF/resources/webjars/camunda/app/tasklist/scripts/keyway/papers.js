// Tab with the papers and data of the order behind a task; also before the task is claimed.

function say(node, text) {
  const line = document.createElement('p');
  line.className = 'kw-none';
  line.textContent = text;
  node.replaceChildren(line);
}

async function orderOf(api, taskId) {
  const answer = await fetch(`${api.engineApi}/task/${taskId}/variables/orderNo`, { headers: { Accept: 'application/json' } });
  return answer.ok ? (await answer.json()).value : null;
}

async function show(node, api, taskId) {
  const orderNo = await orderOf(api, taskId);
  if (!orderNo) return say(node, '这项任务没有关联办件。');
  const { PaperViewer, fieldTables, head, loadSheet, precheck, rounds } = await import('/forms/keyway-sheet.js');
  const sheet = await loadSheet(orderNo);
  const part = (className, ...children) => {
    const element = document.createElement('div');
    element.className = className;
    element.append(...children);
    return element;
  };
  const tabs = part('kw-tabs');
  const stage = part('kw-viewer');
  const data = part('kw-bench-data', ...head(sheet), ...precheck(sheet.precheck), ...fieldTables(sheet), ...rounds(sheet.rounds));
  node.replaceChildren(part('kw-bench', part('kw-bench-papers', tabs, stage), data));
  return new PaperViewer(tabs, stage, sheet);
}

export default {
  id: 'keyway-papers',
  pluginPoint: 'tasklist.task.detail',
  priority: 990,
  properties: { label: '材料' },
  render: (node, { api, taskId }) => {
    say(node, '正在读取材料……');
    show(node, api, taskId).catch((problem) => say(node, problem?.detail || '材料没有读取成功，请刷新页面再试。'));
  }
};
