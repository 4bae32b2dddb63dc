// The order page: papers to stamp and upload, and the address to correct.
import { call } from '/js/forms/keyway-api.js';
import { divisions } from '/js/forms/keyway-division.js';
import { Papers } from '/js/forms/keyway-papers.js';

const place = document.querySelector('[data-stamped]');
if (place) {
  const { orderNo, line } = place.dataset;
  const order = await call('GET', `/api/orders/${orderNo}`);
  const query = new URLSearchParams({ region: order.region });
  for (const name of ['holderType', 'lockKind', 'years', 'quantity', 'deliveryMode', 'freight']) if (order.fields[name]) query.set(name, order.fields[name]);
  const needs = await call('GET', `/api/lines/${line}/requirements?${query}`);
  const papers = new Papers(place, { orderNo: async () => orderNo, locked: () => false });
  papers.base = `/api/orders/${orderNo}`;
  papers.show(needs.documents.filter((paper) => paper.templateUrl), order.attachments);
}

// the slip of a bank transfer
const slip = document.querySelector('[data-slip]');
if (slip) {
  const { orderNo } = slip.dataset;
  const order = await call('GET', `/api/orders/${orderNo}`);
  const papers = new Papers(slip, { orderNo: async () => orderNo, locked: () => false });
  papers.base = `/api/orders/${orderNo}`;
  papers.show([{ type: 'remittance-slip', name: '汇款底单', required: true, formats: ['application/pdf', 'image/jpeg', 'image/png'] }], order.attachments);
}

// the stamped statement of a loss, which may follow the report
const statement = document.querySelector('[data-statement]');
if (statement) {
  const { orderNo } = statement.dataset;
  const order = await call('GET', `/api/orders/${orderNo}`);
  const papers = new Papers(statement, { orderNo: async () => orderNo, locked: () => false });
  papers.base = `/api/orders/${orderNo}`;
  const needs = await call('GET', `/api/lines/${order.line}/requirements?region=${order.region}&lossOperation=REPORT`);
  papers.show(needs.documents.filter((paper) => paper.type === 'loss-statement').map((paper) => ({ ...paper, required: true, templateUrl: `/api/orders/${orderNo}/documents/loss-statement.pdf` })), order.attachments);
}

await divisions(document.querySelector('[data-address] [name="consigneeDivision"]'));
