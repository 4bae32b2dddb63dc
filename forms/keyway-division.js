// Province, city and county as three lists that fill in the six-digit division code.
import { el } from './keyway-api.js';

let loaded = null;

async function codes() {
  loaded ??= fetch('/data/divisions.json', { credentials: 'same-origin' }).then((answer) => (answer.ok ? answer.json() : null));
  return loaded.catch(() => null);
}

function fill(select, title, entries, chosen) {
  const options = entries.map(([code, name]) => el('option', { value: code, textContent: name, selected: code === chosen }));
  select.replaceChildren(el('option', { value: '', textContent: title }), ...options);
}

/** Puts the lists in place of the input; answers a function that locks and refreshes them. */
export async function divisions(input) {
  const data = input && (await codes());
  if (!data) return () => {};
  const [province, city, county] = ['省份', '城市', '区县'].map((name) => el('select', { class: 'form-control', 'aria-label': name }));
  const under = (list, head) => Object.entries(list).filter(([code]) => code.startsWith(head));
  const show = (code) => {
    fill(province, '请选择省份', Object.entries(data.provinces), code && `${code.slice(0, 2)}0000`);
    fill(city, '请选择城市', province.value ? under(data.cities, code.slice(0, 2)) : [], `${code.slice(0, 4)}00`);
    fill(county, '请选择区县', city.value ? under(data.counties, code.slice(0, 4)) : [], code);
  };
  const set = (code) => {
    input.value = code in data.counties ? code : '';
    show(code);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  province.addEventListener('change', () => set(province.value));
  city.addEventListener('change', () => set(city.value));
  county.addEventListener('change', () => set(county.value));
  input.hidden = true;
  input.before(el('div', { class: 'kw-division' }, province, city, county));
  show(input.value);
  return (locked) => [province, city, county].forEach((select) => (select.disabled = locked));
}
