// Uses the library as its readme does. In: endpoint, jurisdiction, key, address_id, and "file <text>" or "read <id>".
// Out: one line of JSON.
const Open311 = require('open311');

const [endpoint, jurisdiction, apiKey, addressId, step, what] = process.argv.slice(2);
const county = new Open311({ endpoint, jurisdiction, apiKey, format: 'json', discovery: endpoint + 'discovery.json' });

function tell(error, data) {
  if (error) {
    console.error(error, data);
    process.exit(1);
  }
  console.log(JSON.stringify(data));
}

function file() {
  county.serviceDiscovery({ cache: true }, (error, discovery) => {
    if (error || discovery.endpoints.length !== 1) return tell(error || 'no endpoint', discovery);
    county.serviceList((failed, services) => {
      if (failed) return tell(failed, services);
      const water = services.find((service) => service.service_name.includes('水管'));
      county.submitRequest({ service_code: water.service_code, address_id: addressId, description: what }, tell);
    });
  });
}

if (step === 'file') file();
else county.serviceRequest(what, tell);
