// The line to the key agent on this computer: its answers, or a refusal in the shape of problem details.
const PASS = 'kw-agent-pass';
const NOT_HERE = { detail: '没有检测到写锁助手。请在这台电脑上打开写锁助手，确认它的窗口没有报错，再点“连接写锁助手”。' };

export class AgentLink {
  constructor(address) {
    this.address = address;
  }

  get met() {
    return localStorage.getItem(PASS) !== null;
  }

  async ask(method, path, body) {
    const headers = { 'X-Keyway-Pass': localStorage.getItem(PASS) ?? '' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(this.address + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
      throw NOT_HERE;
    }
    const data = await answer.json().catch(() => { throw NOT_HERE; });
    if (!answer.ok) throw data;
    return data;
  }

  async pair(code) {
    const { pass } = await this.ask('POST', '/pairing', { code });
    localStorage.setItem(PASS, pass);
  }
}

/** What a refusal says, all of it. */
export function wording(problem) {
  const texts = problem.errors?.length ? problem.errors.map((error) => error.message) : [problem.detail ?? '没有成功，请再试一次。'];
  return texts.join('；');
}
