// What a page lets the key agent do, by name of the job; each says at the end what was done. PINs go to the agent alone.
import { call } from '/js/forms/keyway-api.js';

const STEPS = ['start', 'initialize', 'request', 'certify', 'seal', 'read-back', 'done'];
const TEXTS = { start: '正在读取锁', initialize: '正在设置口令', request: '正在生成密钥', certify: '正在写入证书', seal: '正在写入印章', 'read-back': '正在核对', done: '写锁完成' };
const DIFFERENT = { errors: [{ message: '两次输入的新口令不一样，请重新输入。' }] };

async function write(panel, { serial, authorizationCode, pin }) {
  const permit = authorizationCode ? { authorizationCode } : await call('POST', panel.order('/job-passes'), { keySerial: serial });
  panel.say('正在读取锁，请勿拔出……');
  const watch = setInterval(async () => {
    const { step } = await panel.agent.ask('GET', `/locks/${serial}/job`).catch(() => ({}));
    if (panel.busy && TEXTS[step]) panel.say(`第 ${Math.min(STEPS.indexOf(step) + 1, 6)} 步，共 6 步：${TEXTS[step]}，请勿拔出……`);
  }, 700);
  try {
    await panel.agent.ask('POST', `/locks/${serial}/job`, { ...permit, pin });
  } catch (problem) {
    panel.say('写锁没有完成，已完成的部分不会丢失。按下面的提示处理后再点一次“用写锁助手写锁”，会从断开处接着写。');
    throw problem;
  } finally {
    clearInterval(watch);
  }
  return '写锁完成，可以进行下一步了。';
}

async function stamp(panel, { serial, pin }) {
  const lock = await panel.agent.ask('GET', `/locks/${serial}/content`);
  const sheet = await call('POST', panel.order('/test-stamps'), { keySerial: serial, ...lock });
  const { signature } = await panel.agent.ask('POST', `/locks/${serial}/signature`, { pin, content: sheet.content });
  await panel.complete({ keySerial: serial, signature });
  return '测试盖章完成。';
}

async function unlock(panel, { serial, authorizationCode, newPin, newPinConfirm }) {
  if (newPin !== newPinConfirm) throw DIFFERENT;
  panel.say('正在解锁，请勿拔出……');
  try {
    await panel.agent.ask('POST', `/locks/${serial}/unlocking`, { authorizationCode, newPin });
  } catch (problem) {
    panel.say('还没有解锁。按下面的提示处理后可以再点一次。');
    throw problem;
  }
  return '解锁完成，请用新口令。';
}

async function insert(panel, { serial, pin }) {
  const { content } = await call('POST', panel.order('/key-challenges'), { keySerial: serial });
  const { signature } = await panel.agent.ask('POST', `/locks/${serial}/signature`, { pin, content });
  await panel.complete({ keySerial: serial, signature });
  return '核对完成，锁马上恢复使用。';
}

async function read(panel, { serial, pin, newPin, newPinConfirm }) {
  if (newPin !== newPinConfirm) throw DIFFERENT;
  await panel.agent.ask('POST', `/locks/${serial}/pin`, { oldPin: pin, newPin });
  return '口令已修改，请记好新口令。';
}

export const JOBS = { write, stamp, unlock, insert, read };
