// The application page: brings the form to life and says where to go next.
import { attach } from '/js/forms/keyway-form.js';

const place = document.querySelector('[data-application]');
const { orderNo, region, agreed, line, key, from, service } = place.dataset;
const orderPage = (number) => `/orders/${number}`;

await attach(place.querySelector('form'), {
  orderNo: orderNo || undefined,
  region: region || undefined,
  agreed: agreed ? agreed.split(',') : [],
  prefill: key || from ? new URLSearchParams({ ...(key && { key }), ...(from && { from }) }) : undefined,
  service,
  onService: (code) => {
    const here = new URL(window.location);
    here.searchParams.set('service', code);
    window.location.assign(here);
  },
  onDraft: (number) => window.history.replaceState(null, '', `/apply/${line}?order=${number}`),
  onSubmitted: (number) => window.location.assign(orderPage(number)),
});
