/**
 * The paper's main experiment from start to end, as a sequence of ordinary API calls. Each is keyed
 * by the settings, so that the same demo again finds what is there and goes on.
 */
package org.motifworks.standalone.demo;
