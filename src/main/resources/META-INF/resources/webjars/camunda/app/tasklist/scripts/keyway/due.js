// Time left on the card of a task: red when overdue, amber in the last working hour. Colour never stands alone.
const MINUTE = 60000;
let calendar;

/** The server's calendar; asked once, together with how far our clock is from the server's. */
function loadCalendar() {
  calendar ??= fetch('/api/calendar', { headers: { Accept: 'application/json' } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error('calendar'))))
    .then((json) => ({ ...json, ahead: new Date(json.now) - Date.now() }))
    .catch(() => {
      calendar = undefined;
      return null;
    });
  return calendar;
}

/** Working minutes from now until then, in the zone of the house. */
function workingMinutes(from, until, { workingDays, opens, closes }) {
  const within = (day) => {
    const start = Math.max(from, new Date(`${day}T${opens}:00+08:00`));
    const end = Math.min(until, new Date(`${day}T${closes}:00+08:00`));
    return Math.max(0, end - start);
  };
  return workingDays.reduce((sum, day) => sum + within(day), 0) / MINUTE;
}

function span(minutes) {
  if (minutes < 60) return `${Math.max(1, Math.round(minutes))} 分钟`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} 小时` : `${Math.round(minutes / 1440)} 天`;
}

async function show(node, task) {
  const house = await loadCalendar();
  if (!house || !task?.due || !node.isConnected) return;
  const due = new Date(task.due);
  const now = Date.now() + house.ahead;
  const left = workingMinutes(now, due, house);
  const [tone, text] = due <= now ? ['late', `已超时 ${span((now - due) / MINUTE)}`] : left <= 60 ? ['soon', `即将超时，剩 ${span(left)}工作时间`] : ['calm', `剩 ${span(left)}工作时间`];
  node.className = `kw-due kw-due-${tone}`;
  node.textContent = text;
}

export default {
  id: 'keyway-due',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render: (node, _, scope) => {
    const badge = document.createElement('span');
    node.append(badge);
    scope.$watch('task.due', () => show(badge, scope.task));
  }
};
