// The table of papers: what is needed, template, upload with progress, preview, delete.
import { call, el, upload } from './keyway-api.js';
import { mark } from './keyway-checks.js';

const FORMATS = { 'application/pdf': 'PDF', 'image/jpeg': 'JPG 图片', 'image/png': 'PNG 图片', 'image/bmp': 'BMP 图片', 'image/gif': 'GIF 图片', 'image/tiff': 'TIFF 图片' };
const LIMIT = 10 * 1024 * 1024;


export function sizeText(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

/** The blank template has an address; people get the one that is already filled in for their order. */
function templateOf({ templateUrl }, orderNo) {
  const code = templateUrl.match(/([a-z-]+)\.pdf$/)?.[1];
  return code ? `/api/orders/${orderNo}/documents/${code}.pdf` : templateUrl;
}

export class Papers {
  constructor(root, { orderNo, locked }) {
    Object.assign(this, { root, orderNo, locked, needed: [], files: [], offers: [] });
  }

  show(needed, files) {
    if (needed) this.needed = needed;
    if (files) this.files = files;
    const names = ['材料名称', '要求', '模板', '已上传的文件'];
    const head = el('thead', {}, el('tr', {}, ...names.map((text) => el('th', { scope: 'col', textContent: text }))));
    this.root.replaceChildren(el('table', { class: 'table kw-papers' }, head, el('tbody', {}, ...this.needed.map((paper) => this.row(paper)))));
  }

  row(paper) {
    const formats = paper.formats.map((format) => FORMATS[format] ?? '其他格式').join('、');
    const name = el('td', { 'data-title': '材料名称' }, el('strong', { textContent: paper.name }), el('span', { class: paper.required ? 'kw-must' : 'kw-may', textContent: paper.required ? '必交' : '选交' }));
    const cells = [el('td', { 'data-title': '要求', textContent: formats }), this.templateCell(paper), this.filesCell(paper)];
    return el('tr', { 'data-item': paper.type }, name, ...cells);
  }

  templateCell(paper) {
    const cell = el('td', { 'data-title': '模板' });
    if (paper.templateUrl) {
      const open = async (event) => {
        event.preventDefault();
        const page = window.open('', '_blank');
        const orderNo = await this.orderNo().catch(() => null);
        if (orderNo) page.location = templateOf(paper, orderNo);
        else page.close();
      };
      cell.append(el('a', { href: '#', onclick: open, textContent: '下载模板' }));
    } else cell.textContent = '无需模板';
    return cell;
  }

  filesCell(paper) {
    const cell = el('td', { 'data-title': '已上传的文件' });
    const own = this.files.filter((file) => file.type === paper.type);
    if (!own.length) cell.append(el('p', { class: 'kw-none', textContent: '还没有上传' }));
    own.forEach((file) => cell.append(this.file(file)));
    if (this.locked(paper.type)) return cell;
    const input = el('input', { type: 'file', class: 'kw-file', accept: paper.formats.join(','), 'aria-label': `上传${paper.name}` });
    input.addEventListener('change', () => input.files[0] && this.send(paper, input, cell));
    cell.append(el('label', { class: 'btn btn-default kw-upload' }, own.length ? '再传一份' : '选择文件上传', input));
    if (!own.length) this.offers.filter(({ type }) => type === paper.type).forEach((offer) => cell.append(this.offerOf(offer, paper)));
    return cell;
  }

  /** A paper that was approved before need not be scanned again. */
  offerOf(offer, paper) {
    const button = el('button', { type: 'button', class: 'btn btn-default', textContent: '沿用已审核材料', 'aria-label': `沿用${offer.holder}已审核的${paper.name}` });
    const text = el('small', { class: 'kw-offer', textContent: `${offer.holder}：${offer.fileName}，${offer.approvedOn} 审核通过（办件 ${offer.orderNo}）` });
    button.addEventListener('click', () => this.reuse(offer, button));
    return el('div', { class: 'kw-reuse' }, button, text);
  }

  async reuse(offer, button) {
    button.disabled = true;
    try {
      const orderNo = await this.orderNo();
      const saved = await call('POST', `/api/orders/${orderNo}/attachments/reuse`, { id: offer.id, type: offer.type });
      this.files.push(saved);
      this.show();
    } catch (problem) {
      button.disabled = false;
      window.alert(problem.errors?.map((error) => error.message).join('；') || problem.detail);
    }
  }

  file(file) {
    const url = `${this.base}/attachments/${file.id}`;
    const actions = [el('button', { type: 'button', class: 'btn btn-link', textContent: '预览', onclick: () => preview(file, url) })];
    if (!this.locked(file.type)) actions.push(el('button', { type: 'button', class: 'btn btn-link kw-delete', textContent: '删除', 'aria-label': `删除${file.fileName}`, onclick: () => this.remove(file, url) }));
    return el('div', { class: 'kw-paper' }, el('span', { class: 'kw-name', textContent: file.fileName }), el('small', { textContent: sizeText(file.size) }), ...actions);
  }

  async send(paper, input, cell) {
    const file = input.files[0];
    mark(input, file.size > LIMIT ? `“${paper.name}”超过 10 MB,请压缩或重新扫描后再上传` : '');
    if (file.size > LIMIT) return;
    const bar = el('progress', { max: 1, value: 0, 'aria-label': `正在上传${paper.name}` });
    cell.append(bar);
    try {
      const orderNo = await this.orderNo();
      const saved = await upload(`/api/orders/${orderNo}/attachments`, { type: paper.type, file }, (part) => (bar.value = part));
      this.files.push({ type: paper.type, fileName: file.name, ...saved });
      this.show();
    } catch (problem) {
      bar.remove();
      input.value = '';
      mark(input, problem.errors?.map((error) => error.message).join(';') || problem.detail || '上传没有成功，请再试一次');
    }
  }

  async remove(file, url) {
    if (!window.confirm(`确定删除“${file.fileName}”吗？`)) return;
    try {
      await call('DELETE', url);
      this.files = this.files.filter((other) => other !== file);
      this.show();
    } catch (problem) {
      window.alert(problem.detail);
    }
  }

  missing() {
    const absent = this.needed.filter((paper) => paper.required && !this.files.some((file) => file.type === paper.type));
    return absent.map((paper) => ({ field: paper.type, message: `请上传“${paper.name}”` }));
  }
}

/** Page images of a paper in a dialog; the original opens in a new tab. */
export function preview(file, url) {
  const pages = file.pages || 1;
  const image = el('img', { alt: file.fileName });
  const text = el('span');
  let page = 0;
  const turn = (step) => {
    page = Math.min(pages, Math.max(1, page + step));
    image.src = `${url}/pages/${page}.png`;
    text.textContent = `第 ${page} 页，共 ${pages} 页`;
  };
  const button = (label, action) => el('button', { type: 'button', class: 'btn btn-default', textContent: label, onclick: action });
  const dialog = el('dialog', { class: 'kw-dialog', 'aria-label': file.fileName });
  const turns = pages > 1 ? [button('上一页', () => turn(-1)), text, button('下一页', () => turn(1))] : [];
  dialog.append(el('div', { class: 'kw-dialog-bar' }, ...turns, el('a', { class: 'btn btn-default', href: url, target: '_blank', rel: 'noopener', textContent: '查看原件' }), button('关闭', () => dialog.close())), image);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  turn(1);
  dialog.showModal();
}
