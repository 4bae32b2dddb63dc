// Speaks to the server: JSON, CSRF header, uploads with progress. A refusal is thrown as its problem details.

export function csrf() {
  const meta = document.querySelector('meta[name="csrf-token"]');
  const cookie = document.cookie.match(/(?:^|; )PORTAL-XSRF=([^;]*)/);
  return meta?.content || (cookie ? decodeURIComponent(cookie[1]) : '');
}

const OFFLINE = { title: '网络不通', detail: '暂时连接不上服务器，您填写的内容还在，请检查网络后再试一次。', errors: [] };

function problemOf(status, text) {
  try {
    const problem = JSON.parse(text);
    return { errors: [], ...problem, status };
  } catch {
    const detail = status === 401 || status === 403 ? '登录已过期，请在新窗口重新登录后再试一次。' : '系统暂时繁忙，请稍后再试一次。';
    return { status, title: '没有成功', detail, errors: [] };
  }
}

export async function call(method, url, body) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-PORTAL-XSRF'] = csrf();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(url, { method, headers, credentials: 'same-origin', body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw OFFLINE;
  }
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer.status, text);
  return text ? JSON.parse(text) : null;
}

export function upload(url, values, onProgress) {
  return new Promise((resolve, reject) => {
    const data = new FormData();
    Object.entries(values).forEach(([name, value]) => data.append(name, value));
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('X-PORTAL-XSRF', csrf());
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener('error', () => reject(OFFLINE));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
      else reject(problemOf(request.status, request.responseText));
    });
    request.send(data);
  });
}

/** A DOM element from tag, properties and children; `class` and `data-*`/`aria-*` are attributes. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'class') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
