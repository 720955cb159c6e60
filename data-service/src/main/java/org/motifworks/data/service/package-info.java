/** The data-service as a process: its settings, what it starts and stops, its health. */
package org.motifworks.data.service;
