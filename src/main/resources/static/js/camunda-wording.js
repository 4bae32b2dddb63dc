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
