// What an HTML form asks of its fields, checked as the server checks it, said in Chinese.

const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function isUscc(text) {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let sum = 0;
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += USCC.indexOf(text[i]) * weight;
  return USCC[(31 - (sum % 31)) % 31] === text[17];
}

export function isIdNumber(text) {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number);
  const born = new Date(year, month - 1, day);
  if (born.getFullYear() !== year || born.getMonth() !== month - 1 || born.getDate() !== day || born > new Date()) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17].toUpperCase();
}

const CHECKS = {
  uscc: [isUscc, '不正确，请对照营业执照核对 18 位统一社会信用代码'],
  'id-number': [isIdNumber, '不正确，请核对 18 位身份证号码'],
  mobile: [(text) => /^1[3-9]\d{9}$/.test(text), '应为 11 位手机号码'],
  email: [(text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), '格式不正确，例如 name@example.com'],
  landline: [(text) => /^(0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4}|1[3-9]\d{9})$/.test(text), '应为“区号-号码”或手机号码，例如 0575-12345678'],
  postcode: [(text) => /^\d{6}$/.test(text), '应为 6 位数字'],
  division: [(text) => /^[1-8]\d{5}$/.test(text), '请选择到区县'],
};

/** What is chosen or filled in under a name; boxes that are not ticked do not count. */
export function valuesOf(form, name) {
  return [...form.querySelectorAll(`[name="${name}"]`)].filter(({ type, checked }) => checked || !/^(checkbox|radio)$/.test(type)).map(({ value }) => value);
}

/** Whether a condition such as `deliveryMode=MAIL,PICKUP` holds in the form now. */
export function holds(form, condition) {
  const [field, values] = condition.split('=');
  return valuesOf(form, field).some((value) => values.split(',').includes(value));
}

/** Whether a field is asked for: its own condition and those of everything around it hold. */
export function isShown(form, input) {
  for (let part = input.closest('[data-show-when]'); part; part = part.parentElement?.closest('[data-show-when]')) {
    if (!holds(form, part.dataset.showWhen)) return false;
  }
  return true;
}

export function labelOf(input) {
  const label = input.dataset.label || input.closest('.form-group')?.querySelector('.control-label')?.textContent || '';
  return label.replace(/[*\s]/g, '');
}

export function isRequired(form, input) {
  return input.required || Boolean(input.dataset.requiredWhen && holds(form, input.dataset.requiredWhen));
}

/** What is wrong with one field; an empty text when nothing is. */
export function faultOf(form, input) {
  const label = labelOf(input);
  const choice = /^(checkbox|radio)$/.test(input.type);
  const text = choice ? valuesOf(form, input.name).join() : input.value.trim();
  if (choice && !text) return isRequired(form, input) && isShown(form, input) ? `请选择“${label}”` : '';
  if (choice) return '';
  if (!isShown(form, input)) return '';
  if (!text && input.validity?.badInput) return `“${label}”请填写完整`;
  const equals = input.dataset.equals && form.querySelector(`[name="${input.dataset.equals}"]`);
  if (!text && equals?.value.trim()) return `请在“${label}”再填写一次，以免出错`;
  if (!text) return isRequired(form, input) ? `请填写“${label}”` : '';
  if (equals) return equals.value.trim() === text ? '' : `“${label}”与上面填写的不一致，请核对`;
  const check = CHECKS[input.dataset.check];
  if (check && !check[0](text)) return input.dataset.check === 'division' ? check[1] : `“${label}”${check[1]}`;
  if (input.pattern && !new RegExp(`^(?:${input.pattern})$`, 'u').test(text)) return `“${label}”格式不正确，请核对`;
  return rangeFault(input, text, label);
}

function rangeFault(input, text, label) {
  if (input.maxLength > 0 && text.length > input.maxLength) return `“${label}”最多 ${input.maxLength} 个字`;
  if (input.type !== 'number') return '';
  const outside = !/^\d+$/.test(text) || Number(text) < Number(input.min) || Number(text) > Number(input.max);
  return outside ? `“${label}”应为 ${input.min} 到 ${input.max} 之间的整数` : '';
}

/** Shows or takes away the message beside a field. */
export function mark(input, message) {
  const group = input.closest('.form-group') ?? input.closest('[data-item]') ?? input.parentElement;
  group.querySelector('.kw-fault')?.remove();
  group.classList.toggle('has-error', Boolean(message));
  input.setAttribute('aria-invalid', String(Boolean(message)));
  if (!message) return;
  const note = document.createElement('p');
  note.className = 'help-block kw-fault';
  note.textContent = message;
  group.append(note);
}
