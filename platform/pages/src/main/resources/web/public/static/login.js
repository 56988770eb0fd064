/** In a frame: hands to the page what Keycloak has answered. */
parent.postMessage(location.href, location.origin);
