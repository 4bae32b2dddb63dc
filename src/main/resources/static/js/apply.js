// The application page: brings the form to life and says where to go next.
import { attach } from '/js/forms/keyway-form.js';

const place = document.querySelector('[data-application]');
const { orderNo, region, agreed } = place.dataset;
const orderPage = (number) => `/orders/${number}`;

await attach(place.querySelector('form'), {
  orderNo: orderNo || undefined,
  region: region || undefined,
  agreed: agreed ? agreed.split(',') : [],
  onDraft: (number) => window.history.replaceState(null, '', `/apply/new-issuance?order=${number}`),
  onSubmitted: (number) => window.location.assign(orderPage(number)),
});
