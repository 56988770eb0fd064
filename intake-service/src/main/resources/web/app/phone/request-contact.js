import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';

/** 反映人. Who asks: with a contact, or anonymous. Says "altered" with what is different. */
class RequestContact extends LitElement {
  static properties = { identity: {}, contact: {}, faults: {} };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.faults = {};
  }

  render() {
    return html`<pages-choice
        label=${t('request.who')}
        .options=${[
          { value: 'CONTACT', text: t('request.contact') },
          { value: 'ANONYMOUS', text: t('request.anonymous') },
        ]}
        .value=${this.identity}
        error=${this.#fault('who')}
        @chosen=${(event) => this.#say({ identity: event.detail })}
      ></pages-choice>
      ${this.identity === 'CONTACT'
        ? html`${this.#field('name', 50)} ${this.#field('phone', 20, 'tel')} ${this.#field('address', 200)}`
        : nothing}`;
  }

  #field(name, most, kind = 'text') {
    return html`<pages-field
      label=${t(`request.${name}`)}
      kind=${kind}
      most=${most}
      .value=${this.contact[name]}
      error=${this.#fault(name)}
      @typed=${(event) => this.#say({ contact: { ...this.contact, [name]: event.detail } })}
    ></pages-field>`;
  }

  #fault(field) {
    return this.faults[field] ? t(this.faults[field]) : '';
  }

  #say(detail) {
    this.dispatchEvent(new CustomEvent('altered', { detail }));
  }
}
customElements.define('request-contact', RequestContact);
