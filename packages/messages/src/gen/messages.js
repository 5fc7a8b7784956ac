/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["quorate_messages"] || ($protobuf.roots["quorate_messages"] = {});

export const mesos = $root.mesos = (() => {

    const mesos = {};

    mesos.Address = (function() {

        const Address = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Address.prototype.hostname = "";
        Address.prototype.ip = "";
        Address.prototype.port = 0;

        Address.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname"))
                writer.uint32(10).string(message.hostname);
            if (message.ip != null && $Object.hasOwnProperty.call(message, "ip"))
                writer.uint32(18).string(message.ip);
            writer.uint32(24).int32(message.port);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Address.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Address();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.hostname = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.ip = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        message.port = reader.int32();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "port"))
                throw $util.ProtocolError("missing required 'port'", { instance: message });
            return message;
        };

        return Address;
    })();

    mesos.DomainInfo = (function() {

        const DomainInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DomainInfo.prototype.faultDomain = null;

        DomainInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.faultDomain != null && $Object.hasOwnProperty.call(message, "faultDomain"))
                $root.mesos.DomainInfo.FaultDomain.encode(message.faultDomain, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DomainInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.DomainInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.faultDomain = $root.mesos.DomainInfo.FaultDomain.decode(reader, reader.size(), $undefined, _depth + 1, message.faultDomain);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        DomainInfo.FaultDomain = (function() {

            const FaultDomain = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FaultDomain.prototype.region = null;
            FaultDomain.prototype.zone = null;

            FaultDomain.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                $root.mesos.DomainInfo.FaultDomain.RegionInfo.encode(message.region, writer.uint32(10).fork(), _depth + 1).ldelim();
                $root.mesos.DomainInfo.FaultDomain.ZoneInfo.encode(message.zone, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            FaultDomain.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.DomainInfo.FaultDomain();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.region = $root.mesos.DomainInfo.FaultDomain.RegionInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.region);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.zone = $root.mesos.DomainInfo.FaultDomain.ZoneInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.zone);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "region"))
                    throw $util.ProtocolError("missing required 'region'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "zone"))
                    throw $util.ProtocolError("missing required 'zone'", { instance: message });
                return message;
            };

            FaultDomain.RegionInfo = (function() {

                const RegionInfo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RegionInfo.prototype.name = "";

                RegionInfo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RegionInfo.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.DomainInfo.FaultDomain.RegionInfo();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.name = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "name"))
                        throw $util.ProtocolError("missing required 'name'", { instance: message });
                    return message;
                };

                return RegionInfo;
            })();

            FaultDomain.ZoneInfo = (function() {

                const ZoneInfo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ZoneInfo.prototype.name = "";

                ZoneInfo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ZoneInfo.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.DomainInfo.FaultDomain.ZoneInfo();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.name = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "name"))
                        throw $util.ProtocolError("missing required 'name'", { instance: message });
                    return message;
                };

                return ZoneInfo;
            })();

            return FaultDomain;
        })();

        return DomainInfo;
    })();

    mesos.SlaveInfo = (function() {

        const SlaveInfo = function (properties) {
            this.resources = [];
            this.attributes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SlaveInfo.prototype.hostname = "";
        SlaveInfo.prototype.resources = $util.emptyArray;
        SlaveInfo.prototype.attributes = $util.emptyArray;
        SlaveInfo.prototype.id = null;
        SlaveInfo.prototype.checkpoint = false;
        SlaveInfo.prototype.port = 5051;
        SlaveInfo.prototype.domain = null;

        SlaveInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.hostname);
            if (message.resources != null && message.resources.length)
                for (let i = 0; i < message.resources.length; ++i)
                    $root.mesos.Resource.encode(message.resources[i], writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.attributes != null && message.attributes.length)
                for (let i = 0; i < message.attributes.length; ++i)
                    $root.mesos.Attribute.encode(message.attributes[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                $root.mesos.SlaveID.encode(message.id, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.checkpoint != null && $Object.hasOwnProperty.call(message, "checkpoint"))
                writer.uint32(56).bool(message.checkpoint);
            if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                writer.uint32(64).int32(message.port);
            if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                $root.mesos.DomainInfo.encode(message.domain, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SlaveInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.SlaveInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.hostname = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.resources && message.resources.length))
                            message.resources = [];
                        message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attributes && message.attributes.length))
                            message.attributes = [];
                        message.attributes.push($root.mesos.Attribute.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.id = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        message.checkpoint = reader.bool();
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        message.port = reader.int32();
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.domain = $root.mesos.DomainInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.domain);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "hostname"))
                throw $util.ProtocolError("missing required 'hostname'", { instance: message });
            return message;
        };

        return SlaveInfo;
    })();

    mesos.DrainState = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "UNKNOWN"] = 0;
        values[valuesById[1] = "DRAINING"] = 1;
        values[valuesById[2] = "DRAINED"] = 2;
        return values;
    })();

    mesos.DrainConfig = (function() {

        const DrainConfig = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DrainConfig.prototype.maxGracePeriod = null;
        DrainConfig.prototype.markGone = false;

        DrainConfig.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.maxGracePeriod != null && $Object.hasOwnProperty.call(message, "maxGracePeriod"))
                $root.mesos.DurationInfo.encode(message.maxGracePeriod, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.markGone != null && $Object.hasOwnProperty.call(message, "markGone"))
                writer.uint32(16).bool(message.markGone);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DrainConfig.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.DrainConfig();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.maxGracePeriod = $root.mesos.DurationInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.maxGracePeriod);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.markGone = reader.bool();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DrainConfig;
    })();

    mesos.DrainInfo = (function() {

        const DrainInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DrainInfo.prototype.state = 0;
        DrainInfo.prototype.config = null;

        DrainInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(8).int32(message.state);
            $root.mesos.DrainConfig.encode(message.config, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DrainInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.DrainInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.DrainState[value] !== $undefined)
                            message.state = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.config = $root.mesos.DrainConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.config);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "state"))
                throw $util.ProtocolError("missing required 'state'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "config"))
                throw $util.ProtocolError("missing required 'config'", { instance: message });
            return message;
        };

        return DrainInfo;
    })();

    mesos.SlaveID = (function() {

        const SlaveID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SlaveID.prototype.value = "";

        SlaveID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SlaveID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.SlaveID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return SlaveID;
    })();

    mesos.ResourceProviderID = (function() {

        const ResourceProviderID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ResourceProviderID.prototype.value = "";

        ResourceProviderID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ResourceProviderID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.ResourceProviderID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return ResourceProviderID;
    })();

    mesos.FrameworkID = (function() {

        const FrameworkID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        FrameworkID.prototype.value = "";

        FrameworkID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        FrameworkID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.FrameworkID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return FrameworkID;
    })();

    mesos.OfferID = (function() {

        const OfferID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OfferID.prototype.value = "";

        OfferID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OfferID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.OfferID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return OfferID;
    })();

    mesos.TaskID = (function() {

        const TaskID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TaskID.prototype.value = "";

        TaskID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TaskID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.TaskID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return TaskID;
    })();

    mesos.ExecutorID = (function() {

        const ExecutorID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ExecutorID.prototype.value = "";

        ExecutorID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ExecutorID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.ExecutorID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return ExecutorID;
    })();

    mesos.ContainerID = (function() {

        const ContainerID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ContainerID.prototype.value = "";
        ContainerID.prototype.parent = null;

        ContainerID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.parent != null && $Object.hasOwnProperty.call(message, "parent"))
                $root.mesos.ContainerID.encode(message.parent, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ContainerID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.ContainerID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.parent = $root.mesos.ContainerID.decode(reader, reader.size(), $undefined, _depth + 1, message.parent);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return ContainerID;
    })();

    mesos.OperationID = (function() {

        const OperationID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OperationID.prototype.value = "";

        OperationID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OperationID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.OperationID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return OperationID;
    })();

    mesos.UUID = (function() {

        const UUID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        UUID.prototype.value = $util.newBuffer([]);

        UUID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).bytes(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        UUID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.UUID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.bytes();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return UUID;
    })();

    mesos.Resource = (function() {

        const Resource = function (properties) {
            this.reservations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Resource.prototype.name = "";
        Resource.prototype.type = 0;
        Resource.prototype.scalar = null;
        Resource.prototype.ranges = null;
        Resource.prototype.set = null;
        Resource.prototype.role = "*";
        Resource.prototype.disk = null;
        Resource.prototype.reservation = null;
        Resource.prototype.revocable = null;
        Resource.prototype.shared = null;
        Resource.prototype.allocationInfo = null;
        Resource.prototype.providerId = null;
        Resource.prototype.reservations = $util.emptyArray;

        Resource.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.name);
            writer.uint32(16).int32(message.type);
            if (message.scalar != null && $Object.hasOwnProperty.call(message, "scalar"))
                $root.mesos.Value.Scalar.encode(message.scalar, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.ranges != null && $Object.hasOwnProperty.call(message, "ranges"))
                $root.mesos.Value.Ranges.encode(message.ranges, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                $root.mesos.Value.Set.encode(message.set, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                writer.uint32(50).string(message.role);
            if (message.disk != null && $Object.hasOwnProperty.call(message, "disk"))
                $root.mesos.Resource.DiskInfo.encode(message.disk, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.reservation != null && $Object.hasOwnProperty.call(message, "reservation"))
                $root.mesos.Resource.ReservationInfo.encode(message.reservation, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.revocable != null && $Object.hasOwnProperty.call(message, "revocable"))
                $root.mesos.Resource.RevocableInfo.encode(message.revocable, writer.uint32(74).fork(), _depth + 1).ldelim();
            if (message.shared != null && $Object.hasOwnProperty.call(message, "shared"))
                $root.mesos.Resource.SharedInfo.encode(message.shared, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.allocationInfo != null && $Object.hasOwnProperty.call(message, "allocationInfo"))
                $root.mesos.Resource.AllocationInfo.encode(message.allocationInfo, writer.uint32(90).fork(), _depth + 1).ldelim();
            if (message.providerId != null && $Object.hasOwnProperty.call(message, "providerId"))
                $root.mesos.ResourceProviderID.encode(message.providerId, writer.uint32(98).fork(), _depth + 1).ldelim();
            if (message.reservations != null && message.reservations.length)
                for (let i = 0; i < message.reservations.length; ++i)
                    $root.mesos.Resource.ReservationInfo.encode(message.reservations[i], writer.uint32(106).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Resource.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Resource();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.name = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.Value.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.scalar = $root.mesos.Value.Scalar.decode(reader, reader.size(), $undefined, _depth + 1, message.scalar);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.ranges = $root.mesos.Value.Ranges.decode(reader, reader.size(), $undefined, _depth + 1, message.ranges);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.set = $root.mesos.Value.Set.decode(reader, reader.size(), $undefined, _depth + 1, message.set);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.role = reader.string();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.disk = $root.mesos.Resource.DiskInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.disk);
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.reservation = $root.mesos.Resource.ReservationInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.reservation);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.revocable = $root.mesos.Resource.RevocableInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.revocable);
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.shared = $root.mesos.Resource.SharedInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.shared);
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.allocationInfo = $root.mesos.Resource.AllocationInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.allocationInfo);
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.providerId = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.providerId);
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        if (!(message.reservations && message.reservations.length))
                            message.reservations = [];
                        message.reservations.push($root.mesos.Resource.ReservationInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "name"))
                throw $util.ProtocolError("missing required 'name'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "type"))
                throw $util.ProtocolError("missing required 'type'", { instance: message });
            return message;
        };

        Resource.AllocationInfo = (function() {

            const AllocationInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AllocationInfo.prototype.role = "";

            AllocationInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    writer.uint32(10).string(message.role);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AllocationInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Resource.AllocationInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.role = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AllocationInfo;
        })();

        Resource.ReservationInfo = (function() {

            const ReservationInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReservationInfo.prototype.principal = "";
            ReservationInfo.prototype.labels = null;
            ReservationInfo.prototype.role = "";
            ReservationInfo.prototype.type = 0;

            ReservationInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.principal != null && $Object.hasOwnProperty.call(message, "principal"))
                    writer.uint32(10).string(message.principal);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    $root.mesos.Labels.encode(message.labels, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    writer.uint32(26).string(message.role);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    writer.uint32(32).int32(message.type);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReservationInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Resource.ReservationInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.principal = reader.string();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.labels = $root.mesos.Labels.decode(reader, reader.size(), $undefined, _depth + 1, message.labels);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.role = reader.string();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.Resource.ReservationInfo.Type[value] !== $undefined)
                                message.type = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReservationInfo.Type = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UNKNOWN"] = 0;
                values[valuesById[1] = "STATIC"] = 1;
                values[valuesById[2] = "DYNAMIC"] = 2;
                return values;
            })();

            return ReservationInfo;
        })();

        Resource.DiskInfo = (function() {

            const DiskInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DiskInfo.prototype.persistence = null;
            DiskInfo.prototype.volume = null;
            DiskInfo.prototype.source = null;

            DiskInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.persistence != null && $Object.hasOwnProperty.call(message, "persistence"))
                    $root.mesos.Resource.DiskInfo.Persistence.encode(message.persistence, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.volume != null && $Object.hasOwnProperty.call(message, "volume"))
                    $root.mesos.Volume.encode(message.volume, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    $root.mesos.Resource.DiskInfo.Source.encode(message.source, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DiskInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Resource.DiskInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.persistence = $root.mesos.Resource.DiskInfo.Persistence.decode(reader, reader.size(), $undefined, _depth + 1, message.persistence);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.volume = $root.mesos.Volume.decode(reader, reader.size(), $undefined, _depth + 1, message.volume);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.source = $root.mesos.Resource.DiskInfo.Source.decode(reader, reader.size(), $undefined, _depth + 1, message.source);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DiskInfo.Persistence = (function() {

                const Persistence = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Persistence.prototype.id = "";
                Persistence.prototype.principal = "";

                Persistence.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.id);
                    if (message.principal != null && $Object.hasOwnProperty.call(message, "principal"))
                        writer.uint32(18).string(message.principal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Persistence.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Resource.DiskInfo.Persistence();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.id = reader.string();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.principal = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "id"))
                        throw $util.ProtocolError("missing required 'id'", { instance: message });
                    return message;
                };

                return Persistence;
            })();

            DiskInfo.Source = (function() {

                const Source = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Source.prototype.type = 0;
                Source.prototype.path = null;
                Source.prototype.mount = null;
                Source.prototype.id = "";
                Source.prototype.metadata = null;
                Source.prototype.profile = "";
                Source.prototype.vendor = "";

                Source.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).int32(message.type);
                    if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                        $root.mesos.Resource.DiskInfo.Source.Path.encode(message.path, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.mount != null && $Object.hasOwnProperty.call(message, "mount"))
                        $root.mesos.Resource.DiskInfo.Source.Mount.encode(message.mount, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                        writer.uint32(34).string(message.id);
                    if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                        $root.mesos.Labels.encode(message.metadata, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.profile != null && $Object.hasOwnProperty.call(message, "profile"))
                        writer.uint32(50).string(message.profile);
                    if (message.vendor != null && $Object.hasOwnProperty.call(message, "vendor"))
                        writer.uint32(58).string(message.vendor);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Source.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Resource.DiskInfo.Source();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.Resource.DiskInfo.Source.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.path = $root.mesos.Resource.DiskInfo.Source.Path.decode(reader, reader.size(), $undefined, _depth + 1, message.path);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.mount = $root.mesos.Resource.DiskInfo.Source.Mount.decode(reader, reader.size(), $undefined, _depth + 1, message.mount);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.id = reader.string();
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.metadata = $root.mesos.Labels.decode(reader, reader.size(), $undefined, _depth + 1, message.metadata);
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.profile = reader.string();
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.vendor = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "type"))
                        throw $util.ProtocolError("missing required 'type'", { instance: message });
                    return message;
                };

                Source.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "UNKNOWN"] = 0;
                    values[valuesById[1] = "PATH"] = 1;
                    values[valuesById[2] = "MOUNT"] = 2;
                    values[valuesById[3] = "BLOCK"] = 3;
                    values[valuesById[4] = "RAW"] = 4;
                    return values;
                })();

                Source.Path = (function() {

                    const Path = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Path.prototype.root = "";

                    Path.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                            writer.uint32(10).string(message.root);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Path.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.Resource.DiskInfo.Source.Path();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.root = reader.string();
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    return Path;
                })();

                Source.Mount = (function() {

                    const Mount = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Mount.prototype.root = "";

                    Mount.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                            writer.uint32(10).string(message.root);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Mount.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.Resource.DiskInfo.Source.Mount();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.root = reader.string();
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    return Mount;
                })();

                return Source;
            })();

            return DiskInfo;
        })();

        Resource.RevocableInfo = (function() {

            const RevocableInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RevocableInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RevocableInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Resource.RevocableInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RevocableInfo;
        })();

        Resource.SharedInfo = (function() {

            const SharedInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SharedInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SharedInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Resource.SharedInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SharedInfo;
        })();

        return Resource;
    })();

    mesos.Label = (function() {

        const Label = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Label.prototype.key = "";
        Label.prototype.value = "";

        Label.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.key);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                writer.uint32(18).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Label.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Label();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.key = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "key"))
                throw $util.ProtocolError("missing required 'key'", { instance: message });
            return message;
        };

        return Label;
    })();

    mesos.Labels = (function() {

        const Labels = function (properties) {
            this.labels = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Labels.prototype.labels = $util.emptyArray;

        Labels.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.labels != null && message.labels.length)
                for (let i = 0; i < message.labels.length; ++i)
                    $root.mesos.Label.encode(message.labels[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Labels.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Labels();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.labels && message.labels.length))
                            message.labels = [];
                        message.labels.push($root.mesos.Label.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Labels;
    })();

    mesos.Parameter = (function() {

        const Parameter = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Parameter.prototype.key = "";
        Parameter.prototype.value = "";

        Parameter.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.key);
            writer.uint32(18).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Parameter.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Parameter();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.key = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.value = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "key"))
                throw $util.ProtocolError("missing required 'key'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "value"))
                throw $util.ProtocolError("missing required 'value'", { instance: message });
            return message;
        };

        return Parameter;
    })();

    mesos.Parameters = (function() {

        const Parameters = function (properties) {
            this.parameter = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Parameters.prototype.parameter = $util.emptyArray;

        Parameters.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.parameter != null && message.parameter.length)
                for (let i = 0; i < message.parameter.length; ++i)
                    $root.mesos.Parameter.encode(message.parameter[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Parameters.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Parameters();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.parameter && message.parameter.length))
                            message.parameter = [];
                        message.parameter.push($root.mesos.Parameter.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Parameters;
    })();

    mesos.Value = (function() {

        const Value = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Value.prototype.type = 0;
        Value.prototype.scalar = null;
        Value.prototype.ranges = null;
        Value.prototype.set = null;
        Value.prototype.text = null;

        Value.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(8).int32(message.type);
            if (message.scalar != null && $Object.hasOwnProperty.call(message, "scalar"))
                $root.mesos.Value.Scalar.encode(message.scalar, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.ranges != null && $Object.hasOwnProperty.call(message, "ranges"))
                $root.mesos.Value.Ranges.encode(message.ranges, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                $root.mesos.Value.Set.encode(message.set, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                $root.mesos.Value.Text.encode(message.text, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Value.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Value();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.Value.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.scalar = $root.mesos.Value.Scalar.decode(reader, reader.size(), $undefined, _depth + 1, message.scalar);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.ranges = $root.mesos.Value.Ranges.decode(reader, reader.size(), $undefined, _depth + 1, message.ranges);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.set = $root.mesos.Value.Set.decode(reader, reader.size(), $undefined, _depth + 1, message.set);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.text = $root.mesos.Value.Text.decode(reader, reader.size(), $undefined, _depth + 1, message.text);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "type"))
                throw $util.ProtocolError("missing required 'type'", { instance: message });
            return message;
        };

        Value.Type = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SCALAR"] = 0;
            values[valuesById[1] = "RANGES"] = 1;
            values[valuesById[2] = "SET"] = 2;
            values[valuesById[3] = "TEXT"] = 3;
            return values;
        })();

        Value.Scalar = (function() {

            const Scalar = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Scalar.prototype.value = 0;

            Scalar.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(9).double(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Scalar.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Value.Scalar();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.value = reader.double();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "value"))
                    throw $util.ProtocolError("missing required 'value'", { instance: message });
                return message;
            };

            return Scalar;
        })();

        Value.Range = (function() {

            const Range = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Range.prototype.begin = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Range.prototype.end = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Range.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(8).uint64(message.begin);
                writer.uint32(16).uint64(message.end);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Range.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Value.Range();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.begin = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.end = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "begin"))
                    throw $util.ProtocolError("missing required 'begin'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "end"))
                    throw $util.ProtocolError("missing required 'end'", { instance: message });
                return message;
            };

            return Range;
        })();

        Value.Ranges = (function() {

            const Ranges = function (properties) {
                this.range = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Ranges.prototype.range = $util.emptyArray;

            Ranges.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && message.range.length)
                    for (let i = 0; i < message.range.length; ++i)
                        $root.mesos.Value.Range.encode(message.range[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Ranges.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Value.Ranges();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.range && message.range.length))
                                message.range = [];
                            message.range.push($root.mesos.Value.Range.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Ranges;
        })();

        Value.Set = (function() {

            const Set = function (properties) {
                this.item = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Set.prototype.item = $util.emptyArray;

            Set.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.item != null && message.item.length)
                    for (let i = 0; i < message.item.length; ++i)
                        writer.uint32(10).string(message.item[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Set.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Value.Set();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.item && message.item.length))
                                message.item = [];
                            message.item.push(reader.string());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Set;
        })();

        Value.Text = (function() {

            const Text = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Text.prototype.value = "";

            Text.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(10).string(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Text.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Value.Text();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "value"))
                    throw $util.ProtocolError("missing required 'value'", { instance: message });
                return message;
            };

            return Text;
        })();

        return Value;
    })();

    mesos.Attribute = (function() {

        const Attribute = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Attribute.prototype.name = "";
        Attribute.prototype.type = 0;
        Attribute.prototype.scalar = null;
        Attribute.prototype.ranges = null;
        Attribute.prototype.text = null;
        Attribute.prototype.set = null;

        Attribute.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.name);
            writer.uint32(16).int32(message.type);
            if (message.scalar != null && $Object.hasOwnProperty.call(message, "scalar"))
                $root.mesos.Value.Scalar.encode(message.scalar, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.ranges != null && $Object.hasOwnProperty.call(message, "ranges"))
                $root.mesos.Value.Ranges.encode(message.ranges, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                $root.mesos.Value.Text.encode(message.text, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                $root.mesos.Value.Set.encode(message.set, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Attribute.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Attribute();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.name = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.Value.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.scalar = $root.mesos.Value.Scalar.decode(reader, reader.size(), $undefined, _depth + 1, message.scalar);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.ranges = $root.mesos.Value.Ranges.decode(reader, reader.size(), $undefined, _depth + 1, message.ranges);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.text = $root.mesos.Value.Text.decode(reader, reader.size(), $undefined, _depth + 1, message.text);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.set = $root.mesos.Value.Set.decode(reader, reader.size(), $undefined, _depth + 1, message.set);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "name"))
                throw $util.ProtocolError("missing required 'name'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "type"))
                throw $util.ProtocolError("missing required 'type'", { instance: message });
            return message;
        };

        return Attribute;
    })();

    mesos.MountPropagation = (function() {

        const MountPropagation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        MountPropagation.prototype.mode = 0;

        MountPropagation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                writer.uint32(8).int32(message.mode);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        MountPropagation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.MountPropagation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.MountPropagation.Mode[value] !== $undefined)
                            message.mode = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        MountPropagation.Mode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN"] = 0;
            values[valuesById[1] = "HOST_TO_CONTAINER"] = 1;
            values[valuesById[2] = "BIDIRECTIONAL"] = 2;
            return values;
        })();

        return MountPropagation;
    })();

    mesos.Volume = (function() {

        const Volume = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Volume.prototype.containerPath = "";
        Volume.prototype.hostPath = "";
        Volume.prototype.mode = 1;
        Volume.prototype.image = null;
        Volume.prototype.source = null;

        Volume.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.containerPath);
            if (message.hostPath != null && $Object.hasOwnProperty.call(message, "hostPath"))
                writer.uint32(18).string(message.hostPath);
            writer.uint32(24).int32(message.mode);
            if (message.image != null && $Object.hasOwnProperty.call(message, "image"))
                $root.mesos.Image.encode(message.image, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                $root.mesos.Volume.Source.encode(message.source, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Volume.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Volume();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.containerPath = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.hostPath = reader.string();
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.Volume.Mode[value] !== $undefined)
                            message.mode = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.image = $root.mesos.Image.decode(reader, reader.size(), $undefined, _depth + 1, message.image);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.source = $root.mesos.Volume.Source.decode(reader, reader.size(), $undefined, _depth + 1, message.source);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "containerPath"))
                throw $util.ProtocolError("missing required 'containerPath'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "mode"))
                throw $util.ProtocolError("missing required 'mode'", { instance: message });
            return message;
        };

        Volume.Mode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[1] = "RW"] = 1;
            values[valuesById[2] = "RO"] = 2;
            return values;
        })();

        Volume.Source = (function() {

            const Source = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Source.prototype.type = 0;
            Source.prototype.dockerVolume = null;
            Source.prototype.sandboxPath = null;
            Source.prototype.secret = null;
            Source.prototype.hostPath = null;
            Source.prototype.csiVolume = null;

            Source.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    writer.uint32(8).int32(message.type);
                if (message.dockerVolume != null && $Object.hasOwnProperty.call(message, "dockerVolume"))
                    $root.mesos.Volume.Source.DockerVolume.encode(message.dockerVolume, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.sandboxPath != null && $Object.hasOwnProperty.call(message, "sandboxPath"))
                    $root.mesos.Volume.Source.SandboxPath.encode(message.sandboxPath, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                    $root.mesos.Secret.encode(message.secret, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.hostPath != null && $Object.hasOwnProperty.call(message, "hostPath"))
                    $root.mesos.Volume.Source.HostPath.encode(message.hostPath, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.csiVolume != null && $Object.hasOwnProperty.call(message, "csiVolume"))
                    $root.mesos.Volume.Source.CSIVolume.encode(message.csiVolume, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Source.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Volume.Source();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.Volume.Source.Type[value] !== $undefined)
                                message.type = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.dockerVolume = $root.mesos.Volume.Source.DockerVolume.decode(reader, reader.size(), $undefined, _depth + 1, message.dockerVolume);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.sandboxPath = $root.mesos.Volume.Source.SandboxPath.decode(reader, reader.size(), $undefined, _depth + 1, message.sandboxPath);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.secret = $root.mesos.Secret.decode(reader, reader.size(), $undefined, _depth + 1, message.secret);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.hostPath = $root.mesos.Volume.Source.HostPath.decode(reader, reader.size(), $undefined, _depth + 1, message.hostPath);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.csiVolume = $root.mesos.Volume.Source.CSIVolume.decode(reader, reader.size(), $undefined, _depth + 1, message.csiVolume);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Source.Type = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UNKNOWN"] = 0;
                values[valuesById[1] = "DOCKER_VOLUME"] = 1;
                values[valuesById[2] = "SANDBOX_PATH"] = 2;
                values[valuesById[3] = "SECRET"] = 3;
                values[valuesById[4] = "HOST_PATH"] = 4;
                values[valuesById[5] = "CSI_VOLUME"] = 5;
                return values;
            })();

            Source.DockerVolume = (function() {

                const DockerVolume = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DockerVolume.prototype.driver = "";
                DockerVolume.prototype.name = "";
                DockerVolume.prototype.driverOptions = null;

                DockerVolume.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.driver != null && $Object.hasOwnProperty.call(message, "driver"))
                        writer.uint32(10).string(message.driver);
                    writer.uint32(18).string(message.name);
                    if (message.driverOptions != null && $Object.hasOwnProperty.call(message, "driverOptions"))
                        $root.mesos.Parameters.encode(message.driverOptions, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DockerVolume.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Volume.Source.DockerVolume();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.driver = reader.string();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.name = reader.string();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.driverOptions = $root.mesos.Parameters.decode(reader, reader.size(), $undefined, _depth + 1, message.driverOptions);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "name"))
                        throw $util.ProtocolError("missing required 'name'", { instance: message });
                    return message;
                };

                return DockerVolume;
            })();

            Source.HostPath = (function() {

                const HostPath = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HostPath.prototype.path = "";
                HostPath.prototype.mountPropagation = null;

                HostPath.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.path);
                    if (message.mountPropagation != null && $Object.hasOwnProperty.call(message, "mountPropagation"))
                        $root.mesos.MountPropagation.encode(message.mountPropagation, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                HostPath.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Volume.Source.HostPath();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.path = reader.string();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.mountPropagation = $root.mesos.MountPropagation.decode(reader, reader.size(), $undefined, _depth + 1, message.mountPropagation);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "path"))
                        throw $util.ProtocolError("missing required 'path'", { instance: message });
                    return message;
                };

                return HostPath;
            })();

            Source.SandboxPath = (function() {

                const SandboxPath = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                SandboxPath.prototype.type = 0;
                SandboxPath.prototype.path = "";

                SandboxPath.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        writer.uint32(8).int32(message.type);
                    writer.uint32(18).string(message.path);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                SandboxPath.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Volume.Source.SandboxPath();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.Volume.Source.SandboxPath.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.path = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "path"))
                        throw $util.ProtocolError("missing required 'path'", { instance: message });
                    return message;
                };

                SandboxPath.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "UNKNOWN"] = 0;
                    values[valuesById[1] = "SELF"] = 1;
                    values[valuesById[2] = "PARENT"] = 2;
                    return values;
                })();

                return SandboxPath;
            })();

            Source.CSIVolume = (function() {

                const CSIVolume = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CSIVolume.prototype.pluginName = "";
                CSIVolume.prototype.staticProvisioning = null;

                CSIVolume.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.pluginName);
                    if (message.staticProvisioning != null && $Object.hasOwnProperty.call(message, "staticProvisioning"))
                        $root.mesos.Volume.Source.CSIVolume.StaticProvisioning.encode(message.staticProvisioning, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CSIVolume.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Volume.Source.CSIVolume();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.pluginName = reader.string();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.staticProvisioning = $root.mesos.Volume.Source.CSIVolume.StaticProvisioning.decode(reader, reader.size(), $undefined, _depth + 1, message.staticProvisioning);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "pluginName"))
                        throw $util.ProtocolError("missing required 'pluginName'", { instance: message });
                    return message;
                };

                CSIVolume.VolumeCapability = (function() {

                    const VolumeCapability = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    VolumeCapability.prototype.block = null;
                    VolumeCapability.prototype.mount = null;
                    VolumeCapability.prototype.accessMode = null;

                    let $oneOfFields;

                    $Object.defineProperty(VolumeCapability.prototype, "accessType", {
                        get: $util.oneOfGetter($oneOfFields = ["block", "mount"]),
                        set: $util.oneOfSetter($oneOfFields)
                    });

                    VolumeCapability.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.block != null && $Object.hasOwnProperty.call(message, "block"))
                            $root.mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.encode(message.block, writer.uint32(10).fork(), _depth + 1).ldelim();
                        if (message.mount != null && $Object.hasOwnProperty.call(message, "mount"))
                            $root.mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.encode(message.mount, writer.uint32(18).fork(), _depth + 1).ldelim();
                        $root.mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.encode(message.accessMode, writer.uint32(26).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    VolumeCapability.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.Volume.Source.CSIVolume.VolumeCapability();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.block = $root.mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.decode(reader, reader.size(), $undefined, _depth + 1, message.block);
                                    message.accessType = "block";
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.mount = $root.mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.decode(reader, reader.size(), $undefined, _depth + 1, message.mount);
                                    message.accessType = "mount";
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    message.accessMode = $root.mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.decode(reader, reader.size(), $undefined, _depth + 1, message.accessMode);
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "accessMode"))
                            throw $util.ProtocolError("missing required 'accessMode'", { instance: message });
                        return message;
                    };

                    VolumeCapability.BlockVolume = (function() {

                        const BlockVolume = function (properties) {
                            if (properties)
                                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                        this[keys[i]] = properties[keys[i]];
                        };

                        BlockVolume.encode = function (message, writer, _depth) {
                            if (!writer)
                                writer = $Writer.create();
                            if (_depth === $undefined)
                                _depth = 0;
                            if (_depth > $util.recursionLimit)
                                throw $Error("max depth exceeded");
                            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                                for (let i = 0; i < message.$unknowns.length; ++i)
                                    writer.raw(message.$unknowns[i]);
                            return writer;
                        };

                        BlockVolume.decode = function (reader, length, _end, _depth, _target) {
                            if (!(reader instanceof $Reader))
                                reader = $Reader.create(reader);
                            if (_depth === $undefined)
                                _depth = 0;
                            if (_depth > $Reader.recursionLimit)
                                throw $Error("max depth exceeded");
                            let end, message;
                            if (length === $undefined)
                                end = reader.len;
                            else {
                                end = reader.pos + length;
                                if (end > reader.len)
                                    throw $RangeError("index out of range");
                                length = reader.len;
                                reader.len = end;
                            }
                            message = _target || new $root.mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume();
                            while (reader.pos < end) {
                                let start = reader.pos;
                                let tag = reader.tag();
                                if (tag === _end) {
                                    _end = $undefined;
                                    break;
                                }
                                reader.skipType(tag & 7, _depth, tag);
                                if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                            }
                            if (length !== $undefined) {
                                if (reader.pos !== end)
                                    throw $RangeError("index out of range");
                                reader.len = length;
                            }
                            if (_end !== $undefined)
                                throw $Error("missing end group");
                            return message;
                        };

                        return BlockVolume;
                    })();

                    VolumeCapability.MountVolume = (function() {

                        const MountVolume = function (properties) {
                            this.mountFlags = [];
                            if (properties)
                                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                        this[keys[i]] = properties[keys[i]];
                        };

                        MountVolume.prototype.fsType = "";
                        MountVolume.prototype.mountFlags = $util.emptyArray;

                        MountVolume.encode = function (message, writer, _depth) {
                            if (!writer)
                                writer = $Writer.create();
                            if (_depth === $undefined)
                                _depth = 0;
                            if (_depth > $util.recursionLimit)
                                throw $Error("max depth exceeded");
                            if (message.fsType != null && $Object.hasOwnProperty.call(message, "fsType"))
                                writer.uint32(10).string(message.fsType);
                            if (message.mountFlags != null && message.mountFlags.length)
                                for (let i = 0; i < message.mountFlags.length; ++i)
                                    writer.uint32(18).string(message.mountFlags[i]);
                            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                                for (let i = 0; i < message.$unknowns.length; ++i)
                                    writer.raw(message.$unknowns[i]);
                            return writer;
                        };

                        MountVolume.decode = function (reader, length, _end, _depth, _target) {
                            if (!(reader instanceof $Reader))
                                reader = $Reader.create(reader);
                            if (_depth === $undefined)
                                _depth = 0;
                            if (_depth > $Reader.recursionLimit)
                                throw $Error("max depth exceeded");
                            let end, message;
                            if (length === $undefined)
                                end = reader.len;
                            else {
                                end = reader.pos + length;
                                if (end > reader.len)
                                    throw $RangeError("index out of range");
                                length = reader.len;
                                reader.len = end;
                            }
                            message = _target || new $root.mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume();
                            while (reader.pos < end) {
                                let start = reader.pos;
                                let tag = reader.tag();
                                if (tag === _end) {
                                    _end = $undefined;
                                    break;
                                }
                                let wireType = tag & 7;
                                switch (tag >>>= 3) {
                                case 1: {
                                        if (wireType !== 2)
                                            break;
                                        message.fsType = reader.string();
                                        continue;
                                    }
                                case 2: {
                                        if (wireType !== 2)
                                            break;
                                        if (!(message.mountFlags && message.mountFlags.length))
                                            message.mountFlags = [];
                                        message.mountFlags.push(reader.string());
                                        continue;
                                    }
                                }
                                reader.skipType(wireType, _depth, tag);
                                if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                            }
                            if (length !== $undefined) {
                                if (reader.pos !== end)
                                    throw $RangeError("index out of range");
                                reader.len = length;
                            }
                            if (_end !== $undefined)
                                throw $Error("missing end group");
                            return message;
                        };

                        return MountVolume;
                    })();

                    VolumeCapability.AccessMode = (function() {

                        const AccessMode = function (properties) {
                            if (properties)
                                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                        this[keys[i]] = properties[keys[i]];
                        };

                        AccessMode.prototype.mode = 0;

                        AccessMode.encode = function (message, writer, _depth) {
                            if (!writer)
                                writer = $Writer.create();
                            if (_depth === $undefined)
                                _depth = 0;
                            if (_depth > $util.recursionLimit)
                                throw $Error("max depth exceeded");
                            writer.uint32(8).int32(message.mode);
                            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                                for (let i = 0; i < message.$unknowns.length; ++i)
                                    writer.raw(message.$unknowns[i]);
                            return writer;
                        };

                        AccessMode.decode = function (reader, length, _end, _depth, _target) {
                            if (!(reader instanceof $Reader))
                                reader = $Reader.create(reader);
                            if (_depth === $undefined)
                                _depth = 0;
                            if (_depth > $Reader.recursionLimit)
                                throw $Error("max depth exceeded");
                            let end, message, value;
                            if (length === $undefined)
                                end = reader.len;
                            else {
                                end = reader.pos + length;
                                if (end > reader.len)
                                    throw $RangeError("index out of range");
                                length = reader.len;
                                reader.len = end;
                            }
                            message = _target || new $root.mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode();
                            while (reader.pos < end) {
                                let start = reader.pos;
                                let tag = reader.tag();
                                if (tag === _end) {
                                    _end = $undefined;
                                    break;
                                }
                                let wireType = tag & 7;
                                switch (tag >>>= 3) {
                                case 1: {
                                        if (wireType !== 0)
                                            break;
                                        value = reader.int32();
                                        if ($root.mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.Mode[value] !== $undefined)
                                            message.mode = value;
                                        else if (!reader.discardUnknown) {
                                            $util.makeProp(message, "$unknowns", false);
                                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                        }
                                        continue;
                                    }
                                }
                                reader.skipType(wireType, _depth, tag);
                                if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                            }
                            if (length !== $undefined) {
                                if (reader.pos !== end)
                                    throw $RangeError("index out of range");
                                reader.len = length;
                            }
                            if (_end !== $undefined)
                                throw $Error("missing end group");
                            if (!$Object.hasOwnProperty.call(message, "mode"))
                                throw $util.ProtocolError("missing required 'mode'", { instance: message });
                            return message;
                        };

                        AccessMode.Mode = (function() {
                            const valuesById = $Object.create(null), values = $Object.create(valuesById);
                            values[valuesById[0] = "UNKNOWN"] = 0;
                            values[valuesById[1] = "SINGLE_NODE_WRITER"] = 1;
                            values[valuesById[2] = "SINGLE_NODE_READER_ONLY"] = 2;
                            values[valuesById[3] = "MULTI_NODE_READER_ONLY"] = 3;
                            values[valuesById[4] = "MULTI_NODE_SINGLE_WRITER"] = 4;
                            values[valuesById[5] = "MULTI_NODE_MULTI_WRITER"] = 5;
                            return values;
                        })();

                        return AccessMode;
                    })();

                    return VolumeCapability;
                })();

                CSIVolume.StaticProvisioning = (function() {

                    const StaticProvisioning = function (properties) {
                        this.nodeStageSecrets = {};
                        this.nodePublishSecrets = {};
                        this.volumeContext = {};
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    StaticProvisioning.prototype.volumeId = "";
                    StaticProvisioning.prototype.volumeCapability = null;
                    StaticProvisioning.prototype.nodeStageSecrets = $util.emptyObject;
                    StaticProvisioning.prototype.nodePublishSecrets = $util.emptyObject;
                    StaticProvisioning.prototype.volumeContext = $util.emptyObject;

                    StaticProvisioning.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        writer.uint32(10).string(message.volumeId);
                        $root.mesos.Volume.Source.CSIVolume.VolumeCapability.encode(message.volumeCapability, writer.uint32(18).fork(), _depth + 1).ldelim();
                        if (message.nodeStageSecrets != null && $Object.hasOwnProperty.call(message, "nodeStageSecrets"))
                            for (let keys = $Object.keys(message.nodeStageSecrets), i = 0; i < keys.length; ++i) {
                                writer.uint32(26).fork().uint32(10).string(keys[i]);
                                $root.mesos.Secret.encode(message.nodeStageSecrets[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                            }
                        if (message.nodePublishSecrets != null && $Object.hasOwnProperty.call(message, "nodePublishSecrets"))
                            for (let keys = $Object.keys(message.nodePublishSecrets), i = 0; i < keys.length; ++i) {
                                writer.uint32(34).fork().uint32(10).string(keys[i]);
                                $root.mesos.Secret.encode(message.nodePublishSecrets[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                            }
                        if (message.volumeContext != null && $Object.hasOwnProperty.call(message, "volumeContext"))
                            for (let keys = $Object.keys(message.volumeContext), i = 0; i < keys.length; ++i)
                                writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(18).string(message.volumeContext[keys[i]]).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    StaticProvisioning.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message, key, value;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.Volume.Source.CSIVolume.StaticProvisioning();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.volumeId = reader.string();
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.volumeCapability = $root.mesos.Volume.Source.CSIVolume.VolumeCapability.decode(reader, reader.size(), $undefined, _depth + 1, message.volumeCapability);
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    if (message.nodeStageSecrets === $util.emptyObject)
                                        message.nodeStageSecrets = {};
                                    let end2 = reader.size() + reader.pos;
                                    if (end2 > reader.len)
                                        throw $RangeError("index out of range");
                                    reader.len = end2;
                                    key = "";
                                    value = null;
                                    while (reader.pos < end2) {
                                        let tag2 = reader.tag();
                                        wireType = tag2 & 7;
                                        switch (tag2 >>>= 3) {
                                        case 1:
                                            if (wireType !== 2)
                                                break;
                                            key = reader.string();
                                            continue;
                                        case 2:
                                            if (wireType !== 2)
                                                break;
                                            value = $root.mesos.Secret.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                            continue;
                                        }
                                        reader.skipType(wireType, _depth, tag2);
                                    }
                                    if (reader.pos !== end2)
                                        throw $RangeError("index out of range");
                                    reader.len = end;
                                    if (key === "__proto__")
                                        $util.makeProp(message.nodeStageSecrets, key);
                                    message.nodeStageSecrets[key] = value || new $root.mesos.Secret();
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    if (message.nodePublishSecrets === $util.emptyObject)
                                        message.nodePublishSecrets = {};
                                    let end2 = reader.size() + reader.pos;
                                    if (end2 > reader.len)
                                        throw $RangeError("index out of range");
                                    reader.len = end2;
                                    key = "";
                                    value = null;
                                    while (reader.pos < end2) {
                                        let tag2 = reader.tag();
                                        wireType = tag2 & 7;
                                        switch (tag2 >>>= 3) {
                                        case 1:
                                            if (wireType !== 2)
                                                break;
                                            key = reader.string();
                                            continue;
                                        case 2:
                                            if (wireType !== 2)
                                                break;
                                            value = $root.mesos.Secret.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                            continue;
                                        }
                                        reader.skipType(wireType, _depth, tag2);
                                    }
                                    if (reader.pos !== end2)
                                        throw $RangeError("index out of range");
                                    reader.len = end;
                                    if (key === "__proto__")
                                        $util.makeProp(message.nodePublishSecrets, key);
                                    message.nodePublishSecrets[key] = value || new $root.mesos.Secret();
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    if (message.volumeContext === $util.emptyObject)
                                        message.volumeContext = {};
                                    let end2 = reader.size() + reader.pos;
                                    if (end2 > reader.len)
                                        throw $RangeError("index out of range");
                                    reader.len = end2;
                                    key = "";
                                    value = "";
                                    while (reader.pos < end2) {
                                        let tag2 = reader.tag();
                                        wireType = tag2 & 7;
                                        switch (tag2 >>>= 3) {
                                        case 1:
                                            if (wireType !== 2)
                                                break;
                                            key = reader.string();
                                            continue;
                                        case 2:
                                            if (wireType !== 2)
                                                break;
                                            value = reader.string();
                                            continue;
                                        }
                                        reader.skipType(wireType, _depth, tag2);
                                    }
                                    if (reader.pos !== end2)
                                        throw $RangeError("index out of range");
                                    reader.len = end;
                                    if (key === "__proto__")
                                        $util.makeProp(message.volumeContext, key);
                                    message.volumeContext[key] = value;
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "volumeId"))
                            throw $util.ProtocolError("missing required 'volumeId'", { instance: message });
                        if (!$Object.hasOwnProperty.call(message, "volumeCapability"))
                            throw $util.ProtocolError("missing required 'volumeCapability'", { instance: message });
                        return message;
                    };

                    return StaticProvisioning;
                })();

                return CSIVolume;
            })();

            return Source;
        })();

        return Volume;
    })();

    mesos.Image = (function() {

        const Image = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Image.prototype.type = 1;
        Image.prototype.appc = null;
        Image.prototype.docker = null;
        Image.prototype.cached = true;

        Image.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(8).int32(message.type);
            if (message.appc != null && $Object.hasOwnProperty.call(message, "appc"))
                $root.mesos.Image.Appc.encode(message.appc, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.docker != null && $Object.hasOwnProperty.call(message, "docker"))
                $root.mesos.Image.Docker.encode(message.docker, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.cached != null && $Object.hasOwnProperty.call(message, "cached"))
                writer.uint32(32).bool(message.cached);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Image.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Image();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.Image.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.appc = $root.mesos.Image.Appc.decode(reader, reader.size(), $undefined, _depth + 1, message.appc);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.docker = $root.mesos.Image.Docker.decode(reader, reader.size(), $undefined, _depth + 1, message.docker);
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.cached = reader.bool();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "type"))
                throw $util.ProtocolError("missing required 'type'", { instance: message });
            return message;
        };

        Image.Type = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[1] = "APPC"] = 1;
            values[valuesById[2] = "DOCKER"] = 2;
            return values;
        })();

        Image.Appc = (function() {

            const Appc = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Appc.prototype.name = "";
            Appc.prototype.id = "";
            Appc.prototype.labels = null;

            Appc.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(10).string(message.name);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(18).string(message.id);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    $root.mesos.Labels.encode(message.labels, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Appc.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Image.Appc();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.string();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.string();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.labels = $root.mesos.Labels.decode(reader, reader.size(), $undefined, _depth + 1, message.labels);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "name"))
                    throw $util.ProtocolError("missing required 'name'", { instance: message });
                return message;
            };

            return Appc;
        })();

        Image.Docker = (function() {

            const Docker = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Docker.prototype.name = "";
            Docker.prototype.credential = null;
            Docker.prototype.config = null;

            Docker.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(10).string(message.name);
                if (message.credential != null && $Object.hasOwnProperty.call(message, "credential"))
                    $root.mesos.Credential.encode(message.credential, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                    $root.mesos.Secret.encode(message.config, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Docker.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Image.Docker();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.string();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.credential = $root.mesos.Credential.decode(reader, reader.size(), $undefined, _depth + 1, message.credential);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.config = $root.mesos.Secret.decode(reader, reader.size(), $undefined, _depth + 1, message.config);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "name"))
                    throw $util.ProtocolError("missing required 'name'", { instance: message });
                return message;
            };

            return Docker;
        })();

        return Image;
    })();

    mesos.Secret = (function() {

        const Secret = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Secret.prototype.type = 0;
        Secret.prototype.reference = null;
        Secret.prototype.value = null;

        Secret.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                writer.uint32(8).int32(message.type);
            if (message.reference != null && $Object.hasOwnProperty.call(message, "reference"))
                $root.mesos.Secret.Reference.encode(message.reference, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                $root.mesos.Secret.Value.encode(message.value, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Secret.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Secret();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.Secret.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.reference = $root.mesos.Secret.Reference.decode(reader, reader.size(), $undefined, _depth + 1, message.reference);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.value = $root.mesos.Secret.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        Secret.Type = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN"] = 0;
            values[valuesById[1] = "REFERENCE"] = 1;
            values[valuesById[2] = "VALUE"] = 2;
            return values;
        })();

        Secret.Reference = (function() {

            const Reference = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Reference.prototype.name = "";
            Reference.prototype.key = "";

            Reference.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(10).string(message.name);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    writer.uint32(18).string(message.key);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Reference.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Secret.Reference();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.string();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "name"))
                    throw $util.ProtocolError("missing required 'name'", { instance: message });
                return message;
            };

            return Reference;
        })();

        Secret.Value = (function() {

            const Value = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Value.prototype.data = $util.newBuffer([]);

            Value.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(10).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Value.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Secret.Value();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.data = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "data"))
                    throw $util.ProtocolError("missing required 'data'", { instance: message });
                return message;
            };

            return Value;
        })();

        return Secret;
    })();

    mesos.Credential = (function() {

        const Credential = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Credential.prototype.principal = "";
        Credential.prototype.secret = "";

        Credential.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.principal);
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                writer.uint32(18).string(message.secret);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Credential.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Credential();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.principal = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.secret = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "principal"))
                throw $util.ProtocolError("missing required 'principal'", { instance: message });
            return message;
        };

        return Credential;
    })();

    mesos.TimeInfo = (function() {

        const TimeInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TimeInfo.prototype.nanoseconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        TimeInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(8).int64(message.nanoseconds);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TimeInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.TimeInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        message.nanoseconds = reader.int64();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "nanoseconds"))
                throw $util.ProtocolError("missing required 'nanoseconds'", { instance: message });
            return message;
        };

        return TimeInfo;
    })();

    mesos.DurationInfo = (function() {

        const DurationInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DurationInfo.prototype.nanoseconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        DurationInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(8).int64(message.nanoseconds);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DurationInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.DurationInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        message.nanoseconds = reader.int64();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "nanoseconds"))
                throw $util.ProtocolError("missing required 'nanoseconds'", { instance: message });
            return message;
        };

        return DurationInfo;
    })();

    mesos.CgroupInfo = (function() {

        const CgroupInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CgroupInfo.prototype.netCls = null;

        CgroupInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.netCls != null && $Object.hasOwnProperty.call(message, "netCls"))
                $root.mesos.CgroupInfo.NetCls.encode(message.netCls, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CgroupInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.CgroupInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.netCls = $root.mesos.CgroupInfo.NetCls.decode(reader, reader.size(), $undefined, _depth + 1, message.netCls);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        CgroupInfo.NetCls = (function() {

            const NetCls = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NetCls.prototype.classid = 0;

            NetCls.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.classid != null && $Object.hasOwnProperty.call(message, "classid"))
                    writer.uint32(8).uint32(message.classid);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NetCls.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.CgroupInfo.NetCls();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.classid = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NetCls;
        })();

        return CgroupInfo;
    })();

    mesos.ContainerStatus = (function() {

        const ContainerStatus = function (properties) {
            this.networkInfos = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ContainerStatus.prototype.networkInfos = $util.emptyArray;
        ContainerStatus.prototype.cgroupInfo = null;
        ContainerStatus.prototype.executorPid = 0;
        ContainerStatus.prototype.containerId = null;

        ContainerStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.networkInfos != null && message.networkInfos.length)
                for (let i = 0; i < message.networkInfos.length; ++i)
                    $root.mesos.NetworkInfo.encode(message.networkInfos[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.cgroupInfo != null && $Object.hasOwnProperty.call(message, "cgroupInfo"))
                $root.mesos.CgroupInfo.encode(message.cgroupInfo, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.executorPid != null && $Object.hasOwnProperty.call(message, "executorPid"))
                writer.uint32(24).uint32(message.executorPid);
            if (message.containerId != null && $Object.hasOwnProperty.call(message, "containerId"))
                $root.mesos.ContainerID.encode(message.containerId, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ContainerStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.ContainerStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.networkInfos && message.networkInfos.length))
                            message.networkInfos = [];
                        message.networkInfos.push($root.mesos.NetworkInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.cgroupInfo = $root.mesos.CgroupInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.cgroupInfo);
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        message.executorPid = reader.uint32();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.containerId = $root.mesos.ContainerID.decode(reader, reader.size(), $undefined, _depth + 1, message.containerId);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ContainerStatus;
    })();

    mesos.NetworkInfo = (function() {

        const NetworkInfo = function (properties) {
            this.groups = [];
            this.ipAddresses = [];
            this.portMappings = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        NetworkInfo.prototype.groups = $util.emptyArray;
        NetworkInfo.prototype.labels = null;
        NetworkInfo.prototype.ipAddresses = $util.emptyArray;
        NetworkInfo.prototype.name = "";
        NetworkInfo.prototype.portMappings = $util.emptyArray;

        NetworkInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.groups != null && message.groups.length)
                for (let i = 0; i < message.groups.length; ++i)
                    writer.uint32(26).string(message.groups[i]);
            if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                $root.mesos.Labels.encode(message.labels, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.ipAddresses != null && message.ipAddresses.length)
                for (let i = 0; i < message.ipAddresses.length; ++i)
                    $root.mesos.NetworkInfo.IPAddress.encode(message.ipAddresses[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                writer.uint32(50).string(message.name);
            if (message.portMappings != null && message.portMappings.length)
                for (let i = 0; i < message.portMappings.length; ++i)
                    $root.mesos.NetworkInfo.PortMapping.encode(message.portMappings[i], writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        NetworkInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.NetworkInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.groups && message.groups.length))
                            message.groups = [];
                        message.groups.push(reader.string());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.labels = $root.mesos.Labels.decode(reader, reader.size(), $undefined, _depth + 1, message.labels);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.ipAddresses && message.ipAddresses.length))
                            message.ipAddresses = [];
                        message.ipAddresses.push($root.mesos.NetworkInfo.IPAddress.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.name = reader.string();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.portMappings && message.portMappings.length))
                            message.portMappings = [];
                        message.portMappings.push($root.mesos.NetworkInfo.PortMapping.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        NetworkInfo.Protocol = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[1] = "IPv4"] = 1;
            values[valuesById[2] = "IPv6"] = 2;
            return values;
        })();

        NetworkInfo.IPAddress = (function() {

            const IPAddress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            IPAddress.prototype.protocol = 1;
            IPAddress.prototype.ipAddress = "";

            IPAddress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    writer.uint32(8).int32(message.protocol);
                if (message.ipAddress != null && $Object.hasOwnProperty.call(message, "ipAddress"))
                    writer.uint32(18).string(message.ipAddress);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            IPAddress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.NetworkInfo.IPAddress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.NetworkInfo.Protocol[value] !== $undefined)
                                message.protocol = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.ipAddress = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IPAddress;
        })();

        NetworkInfo.PortMapping = (function() {

            const PortMapping = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PortMapping.prototype.hostPort = 0;
            PortMapping.prototype.containerPort = 0;
            PortMapping.prototype.protocol = "";

            PortMapping.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(8).uint32(message.hostPort);
                writer.uint32(16).uint32(message.containerPort);
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    writer.uint32(26).string(message.protocol);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PortMapping.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.NetworkInfo.PortMapping();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.hostPort = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.containerPort = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.protocol = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "hostPort"))
                    throw $util.ProtocolError("missing required 'hostPort'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "containerPort"))
                    throw $util.ProtocolError("missing required 'containerPort'", { instance: message });
                return message;
            };

            return PortMapping;
        })();

        return NetworkInfo;
    })();

    mesos.internal = (function() {

        const internal = {};

        internal.CheckpointResourcesMessage = (function() {

            const CheckpointResourcesMessage = function (properties) {
                this.resources = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CheckpointResourcesMessage.prototype.resources = $util.emptyArray;

            CheckpointResourcesMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.resources != null && message.resources.length)
                    for (let i = 0; i < message.resources.length; ++i)
                        $root.mesos.Resource.encode(message.resources[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CheckpointResourcesMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.CheckpointResourcesMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.resources && message.resources.length))
                                message.resources = [];
                            message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CheckpointResourcesMessage;
        })();

        internal.ResourceVersionUUID = (function() {

            const ResourceVersionUUID = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResourceVersionUUID.prototype.resourceProviderId = null;
            ResourceVersionUUID.prototype.uuid = null;

            ResourceVersionUUID.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.resourceProviderId != null && $Object.hasOwnProperty.call(message, "resourceProviderId"))
                    $root.mesos.ResourceProviderID.encode(message.resourceProviderId, writer.uint32(10).fork(), _depth + 1).ldelim();
                $root.mesos.UUID.encode(message.uuid, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ResourceVersionUUID.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.ResourceVersionUUID();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.resourceProviderId = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceProviderId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.uuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.uuid);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "uuid"))
                    throw $util.ProtocolError("missing required 'uuid'", { instance: message });
                return message;
            };

            return ResourceVersionUUID;
        })();

        internal.ApplyOperationMessage = (function() {

            const ApplyOperationMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ApplyOperationMessage.prototype.frameworkId = null;
            ApplyOperationMessage.prototype.operationInfo = null;
            ApplyOperationMessage.prototype.operationUuid = null;
            ApplyOperationMessage.prototype.resourceVersionUuid = null;

            ApplyOperationMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.frameworkId != null && $Object.hasOwnProperty.call(message, "frameworkId"))
                    $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(10).fork(), _depth + 1).ldelim();
                $root.mesos.Offer.Operation.encode(message.operationInfo, writer.uint32(18).fork(), _depth + 1).ldelim();
                $root.mesos.UUID.encode(message.operationUuid, writer.uint32(26).fork(), _depth + 1).ldelim();
                $root.mesos.internal.ResourceVersionUUID.encode(message.resourceVersionUuid, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ApplyOperationMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.ApplyOperationMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.operationInfo = $root.mesos.Offer.Operation.decode(reader, reader.size(), $undefined, _depth + 1, message.operationInfo);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.operationUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.operationUuid);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.resourceVersionUuid = $root.mesos.internal.ResourceVersionUUID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceVersionUuid);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "operationInfo"))
                    throw $util.ProtocolError("missing required 'operationInfo'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "operationUuid"))
                    throw $util.ProtocolError("missing required 'operationUuid'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "resourceVersionUuid"))
                    throw $util.ProtocolError("missing required 'resourceVersionUuid'", { instance: message });
                return message;
            };

            return ApplyOperationMessage;
        })();

        internal.ReconcileOperationsMessage = (function() {

            const ReconcileOperationsMessage = function (properties) {
                this.operations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReconcileOperationsMessage.prototype.operations = $util.emptyArray;
            ReconcileOperationsMessage.prototype.frameworkId = null;

            ReconcileOperationsMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.operations != null && message.operations.length)
                    for (let i = 0; i < message.operations.length; ++i)
                        $root.mesos.internal.ReconcileOperationsMessage.Operation.encode(message.operations[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.frameworkId != null && $Object.hasOwnProperty.call(message, "frameworkId"))
                    $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReconcileOperationsMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.ReconcileOperationsMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.operations && message.operations.length))
                                message.operations = [];
                            message.operations.push($root.mesos.internal.ReconcileOperationsMessage.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReconcileOperationsMessage.Operation = (function() {

                const Operation = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Operation.prototype.operationUuid = null;
                Operation.prototype.resourceProviderId = null;
                Operation.prototype.operationId = null;

                Operation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.operationUuid != null && $Object.hasOwnProperty.call(message, "operationUuid"))
                        $root.mesos.UUID.encode(message.operationUuid, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.resourceProviderId != null && $Object.hasOwnProperty.call(message, "resourceProviderId"))
                        $root.mesos.ResourceProviderID.encode(message.resourceProviderId, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.operationId != null && $Object.hasOwnProperty.call(message, "operationId"))
                        $root.mesos.OperationID.encode(message.operationId, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Operation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.ReconcileOperationsMessage.Operation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.operationUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.operationUuid);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.resourceProviderId = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceProviderId);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.operationId = $root.mesos.OperationID.decode(reader, reader.size(), $undefined, _depth + 1, message.operationId);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Operation;
            })();

            return ReconcileOperationsMessage;
        })();

        internal.UpdateSlaveMessage = (function() {

            const UpdateSlaveMessage = function (properties) {
                this.oversubscribedResources = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UpdateSlaveMessage.prototype.slaveId = null;
            UpdateSlaveMessage.prototype.oversubscribedResources = $util.emptyArray;
            UpdateSlaveMessage.prototype.updateOversubscribedResources = false;
            UpdateSlaveMessage.prototype.operations = null;
            UpdateSlaveMessage.prototype.resourceVersionUuid = null;
            UpdateSlaveMessage.prototype.resourceProviders = null;

            UpdateSlaveMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.oversubscribedResources != null && message.oversubscribedResources.length)
                    for (let i = 0; i < message.oversubscribedResources.length; ++i)
                        $root.mesos.Resource.encode(message.oversubscribedResources[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.updateOversubscribedResources != null && $Object.hasOwnProperty.call(message, "updateOversubscribedResources"))
                    writer.uint32(40).bool(message.updateOversubscribedResources);
                if (message.operations != null && $Object.hasOwnProperty.call(message, "operations"))
                    $root.mesos.internal.UpdateSlaveMessage.Operations.encode(message.operations, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.resourceVersionUuid != null && $Object.hasOwnProperty.call(message, "resourceVersionUuid"))
                    $root.mesos.UUID.encode(message.resourceVersionUuid, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.resourceProviders != null && $Object.hasOwnProperty.call(message, "resourceProviders"))
                    $root.mesos.internal.UpdateSlaveMessage.ResourceProviders.encode(message.resourceProviders, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UpdateSlaveMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.UpdateSlaveMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.oversubscribedResources && message.oversubscribedResources.length))
                                message.oversubscribedResources = [];
                            message.oversubscribedResources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.updateOversubscribedResources = reader.bool();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.operations = $root.mesos.internal.UpdateSlaveMessage.Operations.decode(reader, reader.size(), $undefined, _depth + 1, message.operations);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.resourceVersionUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceVersionUuid);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.resourceProviders = $root.mesos.internal.UpdateSlaveMessage.ResourceProviders.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceProviders);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "slaveId"))
                    throw $util.ProtocolError("missing required 'slaveId'", { instance: message });
                return message;
            };

            UpdateSlaveMessage.Operations = (function() {

                const Operations = function (properties) {
                    this.operations = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Operations.prototype.operations = $util.emptyArray;

                Operations.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.operations != null && message.operations.length)
                        for (let i = 0; i < message.operations.length; ++i)
                            $root.mesos.Operation.encode(message.operations[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Operations.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.UpdateSlaveMessage.Operations();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.operations && message.operations.length))
                                    message.operations = [];
                                message.operations.push($root.mesos.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Operations;
            })();

            UpdateSlaveMessage.ResourceProvider = (function() {

                const ResourceProvider = function (properties) {
                    this.totalResources = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ResourceProvider.prototype.info = null;
                ResourceProvider.prototype.totalResources = $util.emptyArray;
                ResourceProvider.prototype.operations = null;
                ResourceProvider.prototype.resourceVersionUuid = null;

                ResourceProvider.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.info != null && $Object.hasOwnProperty.call(message, "info"))
                        $root.mesos.ResourceProviderInfo.encode(message.info, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.totalResources != null && message.totalResources.length)
                        for (let i = 0; i < message.totalResources.length; ++i)
                            $root.mesos.Resource.encode(message.totalResources[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    $root.mesos.internal.UpdateSlaveMessage.Operations.encode(message.operations, writer.uint32(26).fork(), _depth + 1).ldelim();
                    $root.mesos.UUID.encode(message.resourceVersionUuid, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ResourceProvider.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.UpdateSlaveMessage.ResourceProvider();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.info = $root.mesos.ResourceProviderInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.totalResources && message.totalResources.length))
                                    message.totalResources = [];
                                message.totalResources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.operations = $root.mesos.internal.UpdateSlaveMessage.Operations.decode(reader, reader.size(), $undefined, _depth + 1, message.operations);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.resourceVersionUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceVersionUuid);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "operations"))
                        throw $util.ProtocolError("missing required 'operations'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "resourceVersionUuid"))
                        throw $util.ProtocolError("missing required 'resourceVersionUuid'", { instance: message });
                    return message;
                };

                return ResourceProvider;
            })();

            UpdateSlaveMessage.ResourceProviders = (function() {

                const ResourceProviders = function (properties) {
                    this.providers = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ResourceProviders.prototype.providers = $util.emptyArray;

                ResourceProviders.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.providers != null && message.providers.length)
                        for (let i = 0; i < message.providers.length; ++i)
                            $root.mesos.internal.UpdateSlaveMessage.ResourceProvider.encode(message.providers[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ResourceProviders.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.UpdateSlaveMessage.ResourceProviders();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.providers && message.providers.length))
                                    message.providers = [];
                                message.providers.push($root.mesos.internal.UpdateSlaveMessage.ResourceProvider.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ResourceProviders;
            })();

            return UpdateSlaveMessage;
        })();

        internal.log = (function() {

            const log = {};

            log.KnownIncarnation = (function() {

                const KnownIncarnation = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                KnownIncarnation.prototype.replicaId = "";
                KnownIncarnation.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                KnownIncarnation.prototype.startCounter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                KnownIncarnation.prototype.reserved = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                KnownIncarnation.prototype.reservedBy = "";
                KnownIncarnation.prototype.startToken = "";

                KnownIncarnation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.replicaId);
                    writer.uint32(16).uint64(message.incarnation);
                    if (message.startCounter != null && $Object.hasOwnProperty.call(message, "startCounter"))
                        writer.uint32(24).uint64(message.startCounter);
                    if (message.reserved != null && $Object.hasOwnProperty.call(message, "reserved"))
                        writer.uint32(32).uint64(message.reserved);
                    if (message.reservedBy != null && $Object.hasOwnProperty.call(message, "reservedBy"))
                        writer.uint32(42).string(message.reservedBy);
                    if (message.startToken != null && $Object.hasOwnProperty.call(message, "startToken"))
                        writer.uint32(50).string(message.startToken);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                KnownIncarnation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.KnownIncarnation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.startCounter = reader.uint64();
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.reserved = reader.uint64();
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.reservedBy = reader.string();
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.startToken = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "replicaId"))
                        throw $util.ProtocolError("missing required 'replicaId'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "incarnation"))
                        throw $util.ProtocolError("missing required 'incarnation'", { instance: message });
                    return message;
                };

                return KnownIncarnation;
            })();

            log.Promise = (function() {

                const Promise = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Promise.prototype.proposal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Promise.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).uint64(message.proposal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Promise.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.Promise();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                message.proposal = reader.uint64();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "proposal"))
                        throw $util.ProtocolError("missing required 'proposal'", { instance: message });
                    return message;
                };

                return Promise;
            })();

            log.Action = (function() {

                const Action = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Action.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Action.prototype.promised = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Action.prototype.performed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Action.prototype.learned = false;
                Action.prototype.type = 1;
                Action.prototype.nop = null;
                Action.prototype.append = null;
                Action.prototype.truncate = null;
                Action.prototype.replicaId = "";
                Action.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Action.prototype.known = $util.emptyArray;

                Action.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).uint64(message.position);
                    writer.uint32(16).uint64(message.promised);
                    if (message.performed != null && $Object.hasOwnProperty.call(message, "performed"))
                        writer.uint32(24).uint64(message.performed);
                    if (message.learned != null && $Object.hasOwnProperty.call(message, "learned"))
                        writer.uint32(32).bool(message.learned);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        writer.uint32(40).int32(message.type);
                    if (message.nop != null && $Object.hasOwnProperty.call(message, "nop"))
                        $root.mesos.internal.log.Action.Nop.encode(message.nop, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.append != null && $Object.hasOwnProperty.call(message, "append"))
                        $root.mesos.internal.log.Action.Append.encode(message.append, writer.uint32(58).fork(), _depth + 1).ldelim();
                    if (message.truncate != null && $Object.hasOwnProperty.call(message, "truncate"))
                        $root.mesos.internal.log.Action.Truncate.encode(message.truncate, writer.uint32(66).fork(), _depth + 1).ldelim();
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Action.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.Action();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                message.position = reader.uint64();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.promised = reader.uint64();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.performed = reader.uint64();
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.learned = reader.bool();
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.Action.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.nop = $root.mesos.internal.log.Action.Nop.decode(reader, reader.size(), $undefined, _depth + 1, message.nop);
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.append = $root.mesos.internal.log.Action.Append.decode(reader, reader.size(), $undefined, _depth + 1, message.append);
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.truncate = $root.mesos.internal.log.Action.Truncate.decode(reader, reader.size(), $undefined, _depth + 1, message.truncate);
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "position"))
                        throw $util.ProtocolError("missing required 'position'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "promised"))
                        throw $util.ProtocolError("missing required 'promised'", { instance: message });
                    return message;
                };

                Action.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[1] = "NOP"] = 1;
                    values[valuesById[2] = "APPEND"] = 2;
                    values[valuesById[3] = "TRUNCATE"] = 3;
                    return values;
                })();

                Action.Nop = (function() {

                    const Nop = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Nop.prototype.tombstone = false;

                    Nop.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.tombstone != null && $Object.hasOwnProperty.call(message, "tombstone"))
                            writer.uint32(8).bool(message.tombstone);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Nop.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.internal.log.Action.Nop();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 0)
                                        break;
                                    message.tombstone = reader.bool();
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        return message;
                    };

                    return Nop;
                })();

                Action.Append = (function() {

                    const Append = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Append.prototype.bytes = $util.newBuffer([]);
                    Append.prototype.cksum = $util.newBuffer([]);

                    Append.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        writer.uint32(10).bytes(message.bytes);
                        if (message.cksum != null && $Object.hasOwnProperty.call(message, "cksum"))
                            writer.uint32(18).bytes(message.cksum);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Append.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.internal.log.Action.Append();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.bytes = reader.bytes();
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.cksum = reader.bytes();
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "bytes"))
                            throw $util.ProtocolError("missing required 'bytes'", { instance: message });
                        return message;
                    };

                    return Append;
                })();

                Action.Truncate = (function() {

                    const Truncate = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Truncate.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    Truncate.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        writer.uint32(8).uint64(message.to);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Truncate.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.internal.log.Action.Truncate();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 0)
                                        break;
                                    message.to = reader.uint64();
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "to"))
                            throw $util.ProtocolError("missing required 'to'", { instance: message });
                        return message;
                    };

                    return Truncate;
                })();

                return Action;
            })();

            log.Metadata = (function() {

                const Metadata = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Metadata.prototype.status = 4;
                Metadata.prototype.promised = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Metadata.prototype.replicaId = "";
                Metadata.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                Metadata.prototype.known = $util.emptyArray;
                Metadata.prototype.startCounter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                Metadata.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).int32(message.status);
                    writer.uint32(16).uint64(message.promised);
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.startCounter != null && $Object.hasOwnProperty.call(message, "startCounter"))
                        writer.uint32(8032).uint64(message.startCounter);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Metadata.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.Metadata();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.Metadata.Status[value] !== $undefined)
                                    message.status = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.promised = reader.uint64();
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 1004: {
                                if (wireType !== 0)
                                    break;
                                message.startCounter = reader.uint64();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "status"))
                        throw $util.ProtocolError("missing required 'status'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "promised"))
                        throw $util.ProtocolError("missing required 'promised'", { instance: message });
                    return message;
                };

                Metadata.Status = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[1] = "VOTING"] = 1;
                    values[valuesById[2] = "RECOVERING"] = 2;
                    values[valuesById[3] = "STARTING"] = 3;
                    values[valuesById[4] = "EMPTY"] = 4;
                    return values;
                })();

                return Metadata;
            })();

            log.Record = (function() {

                const Record = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Record.prototype.type = 1;
                Record.prototype.promise = null;
                Record.prototype.action = null;
                Record.prototype.metadata = null;

                Record.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).int32(message.type);
                    if (message.promise != null && $Object.hasOwnProperty.call(message, "promise"))
                        $root.mesos.internal.log.Promise.encode(message.promise, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                        $root.mesos.internal.log.Action.encode(message.action, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                        $root.mesos.internal.log.Metadata.encode(message.metadata, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Record.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.Record();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.Record.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.promise = $root.mesos.internal.log.Promise.decode(reader, reader.size(), $undefined, _depth + 1, message.promise);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.action = $root.mesos.internal.log.Action.decode(reader, reader.size(), $undefined, _depth + 1, message.action);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.metadata = $root.mesos.internal.log.Metadata.decode(reader, reader.size(), $undefined, _depth + 1, message.metadata);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "type"))
                        throw $util.ProtocolError("missing required 'type'", { instance: message });
                    return message;
                };

                Record.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[1] = "PROMISE"] = 1;
                    values[valuesById[2] = "ACTION"] = 2;
                    values[valuesById[3] = "METADATA"] = 3;
                    return values;
                })();

                return Record;
            })();

            log.PromiseRequest = (function() {

                const PromiseRequest = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PromiseRequest.prototype.proposal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                PromiseRequest.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                PromiseRequest.prototype.replicaId = "";
                PromiseRequest.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                PromiseRequest.prototype.known = $util.emptyArray;

                PromiseRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).uint64(message.proposal);
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                        writer.uint32(16).uint64(message.position);
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PromiseRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.PromiseRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                message.proposal = reader.uint64();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.position = reader.uint64();
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "proposal"))
                        throw $util.ProtocolError("missing required 'proposal'", { instance: message });
                    return message;
                };

                return PromiseRequest;
            })();

            log.PromiseResponse = (function() {

                const PromiseResponse = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                PromiseResponse.prototype.okay = false;
                PromiseResponse.prototype.proposal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                PromiseResponse.prototype.action = null;
                PromiseResponse.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                PromiseResponse.prototype.type = 1;
                PromiseResponse.prototype.replicaId = "";
                PromiseResponse.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                PromiseResponse.prototype.known = $util.emptyArray;

                PromiseResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).bool(message.okay);
                    writer.uint32(16).uint64(message.proposal);
                    if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                        $root.mesos.internal.log.Action.encode(message.action, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.position != null && $Object.hasOwnProperty.call(message, "position"))
                        writer.uint32(32).uint64(message.position);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        writer.uint32(40).int32(message.type);
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                PromiseResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.PromiseResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                message.okay = reader.bool();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.proposal = reader.uint64();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.action = $root.mesos.internal.log.Action.decode(reader, reader.size(), $undefined, _depth + 1, message.action);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.position = reader.uint64();
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.PromiseResponse.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "okay"))
                        throw $util.ProtocolError("missing required 'okay'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "proposal"))
                        throw $util.ProtocolError("missing required 'proposal'", { instance: message });
                    return message;
                };

                PromiseResponse.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[1] = "ACCEPT"] = 1;
                    values[valuesById[2] = "REJECT"] = 2;
                    values[valuesById[3] = "IGNORED"] = 3;
                    return values;
                })();

                return PromiseResponse;
            })();

            log.WriteRequest = (function() {

                const WriteRequest = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                WriteRequest.prototype.proposal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                WriteRequest.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                WriteRequest.prototype.learned = false;
                WriteRequest.prototype.type = 1;
                WriteRequest.prototype.nop = null;
                WriteRequest.prototype.append = null;
                WriteRequest.prototype.truncate = null;
                WriteRequest.prototype.replicaId = "";
                WriteRequest.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                WriteRequest.prototype.known = $util.emptyArray;

                WriteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).uint64(message.proposal);
                    writer.uint32(16).uint64(message.position);
                    if (message.learned != null && $Object.hasOwnProperty.call(message, "learned"))
                        writer.uint32(24).bool(message.learned);
                    writer.uint32(32).int32(message.type);
                    if (message.nop != null && $Object.hasOwnProperty.call(message, "nop"))
                        $root.mesos.internal.log.Action.Nop.encode(message.nop, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.append != null && $Object.hasOwnProperty.call(message, "append"))
                        $root.mesos.internal.log.Action.Append.encode(message.append, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.truncate != null && $Object.hasOwnProperty.call(message, "truncate"))
                        $root.mesos.internal.log.Action.Truncate.encode(message.truncate, writer.uint32(58).fork(), _depth + 1).ldelim();
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                WriteRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.WriteRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                message.proposal = reader.uint64();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.position = reader.uint64();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.learned = reader.bool();
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.Action.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.nop = $root.mesos.internal.log.Action.Nop.decode(reader, reader.size(), $undefined, _depth + 1, message.nop);
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.append = $root.mesos.internal.log.Action.Append.decode(reader, reader.size(), $undefined, _depth + 1, message.append);
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.truncate = $root.mesos.internal.log.Action.Truncate.decode(reader, reader.size(), $undefined, _depth + 1, message.truncate);
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "proposal"))
                        throw $util.ProtocolError("missing required 'proposal'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "position"))
                        throw $util.ProtocolError("missing required 'position'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "type"))
                        throw $util.ProtocolError("missing required 'type'", { instance: message });
                    return message;
                };

                return WriteRequest;
            })();

            log.WriteResponse = (function() {

                const WriteResponse = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                WriteResponse.prototype.okay = false;
                WriteResponse.prototype.proposal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                WriteResponse.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                WriteResponse.prototype.type = 1;
                WriteResponse.prototype.replicaId = "";
                WriteResponse.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                WriteResponse.prototype.known = $util.emptyArray;

                WriteResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).bool(message.okay);
                    writer.uint32(16).uint64(message.proposal);
                    writer.uint32(24).uint64(message.position);
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        writer.uint32(32).int32(message.type);
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                WriteResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.WriteResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                message.okay = reader.bool();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.proposal = reader.uint64();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.position = reader.uint64();
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.WriteResponse.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "okay"))
                        throw $util.ProtocolError("missing required 'okay'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "proposal"))
                        throw $util.ProtocolError("missing required 'proposal'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "position"))
                        throw $util.ProtocolError("missing required 'position'", { instance: message });
                    return message;
                };

                WriteResponse.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[1] = "ACCEPT"] = 1;
                    values[valuesById[2] = "REJECT"] = 2;
                    values[valuesById[3] = "IGNORED"] = 3;
                    return values;
                })();

                return WriteResponse;
            })();

            log.LearnedMessage = (function() {

                const LearnedMessage = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                LearnedMessage.prototype.action = null;

                LearnedMessage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.internal.log.Action.encode(message.action, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                LearnedMessage.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.LearnedMessage();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.action = $root.mesos.internal.log.Action.decode(reader, reader.size(), $undefined, _depth + 1, message.action);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "action"))
                        throw $util.ProtocolError("missing required 'action'", { instance: message });
                    return message;
                };

                return LearnedMessage;
            })();

            log.RecoverRequest = (function() {

                const RecoverRequest = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RecoverRequest.prototype.replicaId = "";
                RecoverRequest.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverRequest.prototype.known = $util.emptyArray;
                RecoverRequest.prototype.startCounter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverRequest.prototype.reserve = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverRequest.prototype.reserveBy = "";
                RecoverRequest.prototype.startToken = "";
                RecoverRequest.prototype.clusterId = "";
                RecoverRequest.prototype.quorum = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverRequest.prototype.members = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                RecoverRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.startCounter != null && $Object.hasOwnProperty.call(message, "startCounter"))
                        writer.uint32(8032).uint64(message.startCounter);
                    if (message.reserve != null && $Object.hasOwnProperty.call(message, "reserve"))
                        writer.uint32(8040).uint64(message.reserve);
                    if (message.reserveBy != null && $Object.hasOwnProperty.call(message, "reserveBy"))
                        writer.uint32(8050).string(message.reserveBy);
                    if (message.startToken != null && $Object.hasOwnProperty.call(message, "startToken"))
                        writer.uint32(8058).string(message.startToken);
                    if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId"))
                        writer.uint32(8066).string(message.clusterId);
                    if (message.quorum != null && $Object.hasOwnProperty.call(message, "quorum"))
                        writer.uint32(8072).uint64(message.quorum);
                    if (message.members != null && $Object.hasOwnProperty.call(message, "members"))
                        writer.uint32(8080).uint64(message.members);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RecoverRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.RecoverRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 1004: {
                                if (wireType !== 0)
                                    break;
                                message.startCounter = reader.uint64();
                                continue;
                            }
                        case 1005: {
                                if (wireType !== 0)
                                    break;
                                message.reserve = reader.uint64();
                                continue;
                            }
                        case 1006: {
                                if (wireType !== 2)
                                    break;
                                message.reserveBy = reader.string();
                                continue;
                            }
                        case 1007: {
                                if (wireType !== 2)
                                    break;
                                message.startToken = reader.string();
                                continue;
                            }
                        case 1008: {
                                if (wireType !== 2)
                                    break;
                                message.clusterId = reader.string();
                                continue;
                            }
                        case 1009: {
                                if (wireType !== 0)
                                    break;
                                message.quorum = reader.uint64();
                                continue;
                            }
                        case 1010: {
                                if (wireType !== 0)
                                    break;
                                message.members = reader.uint64();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RecoverRequest;
            })();

            log.RecoverResponse = (function() {

                const RecoverResponse = function (properties) {
                    this.known = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RecoverResponse.prototype.status = 1;
                RecoverResponse.prototype.begin = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverResponse.prototype.end = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverResponse.prototype.replicaId = "";
                RecoverResponse.prototype.incarnation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverResponse.prototype.known = $util.emptyArray;
                RecoverResponse.prototype.promised = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverResponse.prototype.clusterId = "";
                RecoverResponse.prototype.quorum = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverResponse.prototype.members = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
                RecoverResponse.prototype.memberOf = "";

                RecoverResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).int32(message.status);
                    if (message.begin != null && $Object.hasOwnProperty.call(message, "begin"))
                        writer.uint32(16).uint64(message.begin);
                    if (message.end != null && $Object.hasOwnProperty.call(message, "end"))
                        writer.uint32(24).uint64(message.end);
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId"))
                        writer.uint32(8002).string(message.replicaId);
                    if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation"))
                        writer.uint32(8008).uint64(message.incarnation);
                    if (message.known != null && message.known.length)
                        for (let i = 0; i < message.known.length; ++i)
                            $root.mesos.internal.log.KnownIncarnation.encode(message.known[i], writer.uint32(8018).fork(), _depth + 1).ldelim();
                    if (message.promised != null && $Object.hasOwnProperty.call(message, "promised"))
                        writer.uint32(8024).uint64(message.promised);
                    if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId"))
                        writer.uint32(8066).string(message.clusterId);
                    if (message.quorum != null && $Object.hasOwnProperty.call(message, "quorum"))
                        writer.uint32(8072).uint64(message.quorum);
                    if (message.members != null && $Object.hasOwnProperty.call(message, "members"))
                        writer.uint32(8080).uint64(message.members);
                    if (message.memberOf != null && $Object.hasOwnProperty.call(message, "memberOf"))
                        writer.uint32(8090).string(message.memberOf);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RecoverResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.log.RecoverResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.log.Metadata.Status[value] !== $undefined)
                                    message.status = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.begin = reader.uint64();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.end = reader.uint64();
                                continue;
                            }
                        case 1000: {
                                if (wireType !== 2)
                                    break;
                                message.replicaId = reader.string();
                                continue;
                            }
                        case 1001: {
                                if (wireType !== 0)
                                    break;
                                message.incarnation = reader.uint64();
                                continue;
                            }
                        case 1002: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.known && message.known.length))
                                    message.known = [];
                                message.known.push($root.mesos.internal.log.KnownIncarnation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 1003: {
                                if (wireType !== 0)
                                    break;
                                message.promised = reader.uint64();
                                continue;
                            }
                        case 1008: {
                                if (wireType !== 2)
                                    break;
                                message.clusterId = reader.string();
                                continue;
                            }
                        case 1009: {
                                if (wireType !== 0)
                                    break;
                                message.quorum = reader.uint64();
                                continue;
                            }
                        case 1010: {
                                if (wireType !== 0)
                                    break;
                                message.members = reader.uint64();
                                continue;
                            }
                        case 1011: {
                                if (wireType !== 2)
                                    break;
                                message.memberOf = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "status"))
                        throw $util.ProtocolError("missing required 'status'", { instance: message });
                    return message;
                };

                return RecoverResponse;
            })();

            return log;
        })();

        internal.UpdateOperationStatusMessage = (function() {

            const UpdateOperationStatusMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UpdateOperationStatusMessage.prototype.frameworkId = null;
            UpdateOperationStatusMessage.prototype.slaveId = null;
            UpdateOperationStatusMessage.prototype.status = null;
            UpdateOperationStatusMessage.prototype.latestStatus = null;
            UpdateOperationStatusMessage.prototype.operationUuid = null;

            UpdateOperationStatusMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.frameworkId != null && $Object.hasOwnProperty.call(message, "frameworkId"))
                    $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.slaveId != null && $Object.hasOwnProperty.call(message, "slaveId"))
                    $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(18).fork(), _depth + 1).ldelim();
                $root.mesos.OperationStatus.encode(message.status, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.latestStatus != null && $Object.hasOwnProperty.call(message, "latestStatus"))
                    $root.mesos.OperationStatus.encode(message.latestStatus, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.operationUuid != null && $Object.hasOwnProperty.call(message, "operationUuid"))
                    $root.mesos.UUID.encode(message.operationUuid, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UpdateOperationStatusMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.UpdateOperationStatusMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.mesos.OperationStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.latestStatus = $root.mesos.OperationStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.latestStatus);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.operationUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.operationUuid);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "status"))
                    throw $util.ProtocolError("missing required 'status'", { instance: message });
                return message;
            };

            return UpdateOperationStatusMessage;
        })();

        internal.UpdateOperationStatusRecord = (function() {

            const UpdateOperationStatusRecord = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UpdateOperationStatusRecord.prototype.type = 0;
            UpdateOperationStatusRecord.prototype.update = null;
            UpdateOperationStatusRecord.prototype.uuid = null;

            UpdateOperationStatusRecord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(8).int32(message.type);
                if (message.update != null && $Object.hasOwnProperty.call(message, "update"))
                    $root.mesos.internal.UpdateOperationStatusMessage.encode(message.update, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                    $root.mesos.UUID.encode(message.uuid, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UpdateOperationStatusRecord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.UpdateOperationStatusRecord();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.internal.UpdateOperationStatusRecord.Type[value] !== $undefined)
                                message.type = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.update = $root.mesos.internal.UpdateOperationStatusMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.update);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.uuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.uuid);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "type"))
                    throw $util.ProtocolError("missing required 'type'", { instance: message });
                return message;
            };

            UpdateOperationStatusRecord.Type = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UPDATE"] = 0;
                values[valuesById[1] = "ACK"] = 1;
                return values;
            })();

            return UpdateOperationStatusRecord;
        })();

        internal.AcknowledgeOperationStatusMessage = (function() {

            const AcknowledgeOperationStatusMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AcknowledgeOperationStatusMessage.prototype.statusUuid = null;
            AcknowledgeOperationStatusMessage.prototype.operationUuid = null;
            AcknowledgeOperationStatusMessage.prototype.resourceProviderId = null;

            AcknowledgeOperationStatusMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                $root.mesos.UUID.encode(message.statusUuid, writer.uint32(10).fork(), _depth + 1).ldelim();
                $root.mesos.UUID.encode(message.operationUuid, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.resourceProviderId != null && $Object.hasOwnProperty.call(message, "resourceProviderId"))
                    $root.mesos.ResourceProviderID.encode(message.resourceProviderId, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AcknowledgeOperationStatusMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.AcknowledgeOperationStatusMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.statusUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.statusUuid);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.operationUuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.operationUuid);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.resourceProviderId = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceProviderId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "statusUuid"))
                    throw $util.ProtocolError("missing required 'statusUuid'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "operationUuid"))
                    throw $util.ProtocolError("missing required 'operationUuid'", { instance: message });
                return message;
            };

            return AcknowledgeOperationStatusMessage;
        })();

        internal.Registry = (function() {

            const Registry = function (properties) {
                this.schedules = [];
                this.quotas = [];
                this.weights = [];
                this.minimumCapabilities = [];
                this.quotaConfigs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Registry.prototype.master = null;
            Registry.prototype.slaves = null;
            Registry.prototype.machines = null;
            Registry.prototype.schedules = $util.emptyArray;
            Registry.prototype.quotas = $util.emptyArray;
            Registry.prototype.weights = $util.emptyArray;
            Registry.prototype.unreachable = null;
            Registry.prototype.gone = null;
            Registry.prototype.resourceProviderRegistry = null;
            Registry.prototype.minimumCapabilities = $util.emptyArray;
            Registry.prototype.quotaConfigs = $util.emptyArray;

            Registry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.master != null && $Object.hasOwnProperty.call(message, "master"))
                    $root.mesos.internal.Registry.Master.encode(message.master, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.slaves != null && $Object.hasOwnProperty.call(message, "slaves"))
                    $root.mesos.internal.Registry.Slaves.encode(message.slaves, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.machines != null && $Object.hasOwnProperty.call(message, "machines"))
                    $root.mesos.internal.Registry.Machines.encode(message.machines, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.schedules != null && message.schedules.length)
                    for (let i = 0; i < message.schedules.length; ++i)
                        $root.mesos.maintenance.Schedule.encode(message.schedules[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.quotas != null && message.quotas.length)
                    for (let i = 0; i < message.quotas.length; ++i)
                        $root.mesos.internal.Registry.Quota.encode(message.quotas[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.weights != null && message.weights.length)
                    for (let i = 0; i < message.weights.length; ++i)
                        $root.mesos.internal.Registry.Weight.encode(message.weights[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.unreachable != null && $Object.hasOwnProperty.call(message, "unreachable"))
                    $root.mesos.internal.Registry.UnreachableSlaves.encode(message.unreachable, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.gone != null && $Object.hasOwnProperty.call(message, "gone"))
                    $root.mesos.internal.Registry.GoneSlaves.encode(message.gone, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.resourceProviderRegistry != null && $Object.hasOwnProperty.call(message, "resourceProviderRegistry"))
                    $root.mesos.resource_provider.registry.Registry.encode(message.resourceProviderRegistry, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.minimumCapabilities != null && message.minimumCapabilities.length)
                    for (let i = 0; i < message.minimumCapabilities.length; ++i)
                        $root.mesos.internal.Registry.MinimumCapability.encode(message.minimumCapabilities[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.quotaConfigs != null && message.quotaConfigs.length)
                    for (let i = 0; i < message.quotaConfigs.length; ++i)
                        $root.mesos.quota.QuotaConfig.encode(message.quotaConfigs[i], writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Registry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.Registry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.master = $root.mesos.internal.Registry.Master.decode(reader, reader.size(), $undefined, _depth + 1, message.master);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.slaves = $root.mesos.internal.Registry.Slaves.decode(reader, reader.size(), $undefined, _depth + 1, message.slaves);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.machines = $root.mesos.internal.Registry.Machines.decode(reader, reader.size(), $undefined, _depth + 1, message.machines);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.schedules && message.schedules.length))
                                message.schedules = [];
                            message.schedules.push($root.mesos.maintenance.Schedule.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.quotas && message.quotas.length))
                                message.quotas = [];
                            message.quotas.push($root.mesos.internal.Registry.Quota.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.weights && message.weights.length))
                                message.weights = [];
                            message.weights.push($root.mesos.internal.Registry.Weight.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.unreachable = $root.mesos.internal.Registry.UnreachableSlaves.decode(reader, reader.size(), $undefined, _depth + 1, message.unreachable);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.gone = $root.mesos.internal.Registry.GoneSlaves.decode(reader, reader.size(), $undefined, _depth + 1, message.gone);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.resourceProviderRegistry = $root.mesos.resource_provider.registry.Registry.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceProviderRegistry);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.minimumCapabilities && message.minimumCapabilities.length))
                                message.minimumCapabilities = [];
                            message.minimumCapabilities.push($root.mesos.internal.Registry.MinimumCapability.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.quotaConfigs && message.quotaConfigs.length))
                                message.quotaConfigs = [];
                            message.quotaConfigs.push($root.mesos.quota.QuotaConfig.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Registry.Master = (function() {

                const Master = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Master.prototype.info = null;

                Master.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.MasterInfo.encode(message.info, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Master.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Master();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.info = $root.mesos.MasterInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "info"))
                        throw $util.ProtocolError("missing required 'info'", { instance: message });
                    return message;
                };

                return Master;
            })();

            Registry.Slave = (function() {

                const Slave = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Slave.prototype.info = null;
                Slave.prototype.drainInfo = null;
                Slave.prototype.deactivated = false;

                Slave.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.SlaveInfo.encode(message.info, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.drainInfo != null && $Object.hasOwnProperty.call(message, "drainInfo"))
                        $root.mesos.DrainInfo.encode(message.drainInfo, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.deactivated != null && $Object.hasOwnProperty.call(message, "deactivated"))
                        writer.uint32(24).bool(message.deactivated);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Slave.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Slave();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.info = $root.mesos.SlaveInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.drainInfo = $root.mesos.DrainInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.drainInfo);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.deactivated = reader.bool();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "info"))
                        throw $util.ProtocolError("missing required 'info'", { instance: message });
                    return message;
                };

                return Slave;
            })();

            Registry.Slaves = (function() {

                const Slaves = function (properties) {
                    this.slaves = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Slaves.prototype.slaves = $util.emptyArray;

                Slaves.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.slaves != null && message.slaves.length)
                        for (let i = 0; i < message.slaves.length; ++i)
                            $root.mesos.internal.Registry.Slave.encode(message.slaves[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Slaves.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Slaves();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.slaves && message.slaves.length))
                                    message.slaves = [];
                                message.slaves.push($root.mesos.internal.Registry.Slave.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Slaves;
            })();

            Registry.UnreachableSlave = (function() {

                const UnreachableSlave = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UnreachableSlave.prototype.id = null;
                UnreachableSlave.prototype.timestamp = null;
                UnreachableSlave.prototype.drainInfo = null;
                UnreachableSlave.prototype.deactivated = false;

                UnreachableSlave.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.SlaveID.encode(message.id, writer.uint32(10).fork(), _depth + 1).ldelim();
                    $root.mesos.TimeInfo.encode(message.timestamp, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.drainInfo != null && $Object.hasOwnProperty.call(message, "drainInfo"))
                        $root.mesos.DrainInfo.encode(message.drainInfo, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.deactivated != null && $Object.hasOwnProperty.call(message, "deactivated"))
                        writer.uint32(32).bool(message.deactivated);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UnreachableSlave.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.UnreachableSlave();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.id = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.timestamp = $root.mesos.TimeInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.drainInfo = $root.mesos.DrainInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.drainInfo);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.deactivated = reader.bool();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "id"))
                        throw $util.ProtocolError("missing required 'id'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "timestamp"))
                        throw $util.ProtocolError("missing required 'timestamp'", { instance: message });
                    return message;
                };

                return UnreachableSlave;
            })();

            Registry.UnreachableSlaves = (function() {

                const UnreachableSlaves = function (properties) {
                    this.slaves = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                UnreachableSlaves.prototype.slaves = $util.emptyArray;

                UnreachableSlaves.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.slaves != null && message.slaves.length)
                        for (let i = 0; i < message.slaves.length; ++i)
                            $root.mesos.internal.Registry.UnreachableSlave.encode(message.slaves[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                UnreachableSlaves.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.UnreachableSlaves();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.slaves && message.slaves.length))
                                    message.slaves = [];
                                message.slaves.push($root.mesos.internal.Registry.UnreachableSlave.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return UnreachableSlaves;
            })();

            Registry.GoneSlave = (function() {

                const GoneSlave = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GoneSlave.prototype.id = null;
                GoneSlave.prototype.timestamp = null;

                GoneSlave.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.SlaveID.encode(message.id, writer.uint32(10).fork(), _depth + 1).ldelim();
                    $root.mesos.TimeInfo.encode(message.timestamp, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GoneSlave.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.GoneSlave();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.id = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.timestamp = $root.mesos.TimeInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "id"))
                        throw $util.ProtocolError("missing required 'id'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "timestamp"))
                        throw $util.ProtocolError("missing required 'timestamp'", { instance: message });
                    return message;
                };

                return GoneSlave;
            })();

            Registry.GoneSlaves = (function() {

                const GoneSlaves = function (properties) {
                    this.slaves = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GoneSlaves.prototype.slaves = $util.emptyArray;

                GoneSlaves.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.slaves != null && message.slaves.length)
                        for (let i = 0; i < message.slaves.length; ++i)
                            $root.mesos.internal.Registry.GoneSlave.encode(message.slaves[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GoneSlaves.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.GoneSlaves();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.slaves && message.slaves.length))
                                    message.slaves = [];
                                message.slaves.push($root.mesos.internal.Registry.GoneSlave.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return GoneSlaves;
            })();

            Registry.Machine = (function() {

                const Machine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Machine.prototype.info = null;

                Machine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.MachineInfo.encode(message.info, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Machine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Machine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.info = $root.mesos.MachineInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "info"))
                        throw $util.ProtocolError("missing required 'info'", { instance: message });
                    return message;
                };

                return Machine;
            })();

            Registry.Machines = (function() {

                const Machines = function (properties) {
                    this.machines = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Machines.prototype.machines = $util.emptyArray;

                Machines.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.machines != null && message.machines.length)
                        for (let i = 0; i < message.machines.length; ++i)
                            $root.mesos.internal.Registry.Machine.encode(message.machines[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Machines.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Machines();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.machines && message.machines.length))
                                    message.machines = [];
                                message.machines.push($root.mesos.internal.Registry.Machine.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Machines;
            })();

            Registry.Quota = (function() {

                const Quota = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Quota.prototype.info = null;

                Quota.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.quota.QuotaInfo.encode(message.info, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Quota.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Quota();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.info = $root.mesos.quota.QuotaInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "info"))
                        throw $util.ProtocolError("missing required 'info'", { instance: message });
                    return message;
                };

                return Quota;
            })();

            Registry.Weight = (function() {

                const Weight = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Weight.prototype.info = null;

                Weight.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.WeightInfo.encode(message.info, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Weight.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.Weight();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.info = $root.mesos.WeightInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "info"))
                        throw $util.ProtocolError("missing required 'info'", { instance: message });
                    return message;
                };

                return Weight;
            })();

            Registry.MinimumCapability = (function() {

                const MinimumCapability = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                MinimumCapability.prototype.capability = "";

                MinimumCapability.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.capability);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                MinimumCapability.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.Registry.MinimumCapability();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.capability = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "capability"))
                        throw $util.ProtocolError("missing required 'capability'", { instance: message });
                    return message;
                };

                return MinimumCapability;
            })();

            return Registry;
        })();

        internal.slave = (function() {

            const slave = {};

            slave.ResourceState = (function() {

                const ResourceState = function (properties) {
                    this.operations = [];
                    this.resources = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ResourceState.prototype.operations = $util.emptyArray;
                ResourceState.prototype.resources = $util.emptyArray;

                ResourceState.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.operations != null && message.operations.length)
                        for (let i = 0; i < message.operations.length; ++i)
                            $root.mesos.Operation.encode(message.operations[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.resources != null && message.resources.length)
                        for (let i = 0; i < message.resources.length; ++i)
                            $root.mesos.Resource.encode(message.resources[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ResourceState.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.slave.ResourceState();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.operations && message.operations.length))
                                    message.operations = [];
                                message.operations.push($root.mesos.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.resources && message.resources.length))
                                    message.resources = [];
                                message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ResourceState;
            })();

            return slave;
        })();

        internal.state = (function() {

            const state = {};

            state.Entry = (function() {

                const Entry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Entry.prototype.name = "";
                Entry.prototype.uuid = $util.newBuffer([]);
                Entry.prototype.value = $util.newBuffer([]);

                Entry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(10).string(message.name);
                    writer.uint32(18).bytes(message.uuid);
                    writer.uint32(26).bytes(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Entry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.state.Entry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.name = reader.string();
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.uuid = reader.bytes();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.value = reader.bytes();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "name"))
                        throw $util.ProtocolError("missing required 'name'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "uuid"))
                        throw $util.ProtocolError("missing required 'uuid'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "value"))
                        throw $util.ProtocolError("missing required 'value'", { instance: message });
                    return message;
                };

                return Entry;
            })();

            state.Operation = (function() {

                const Operation = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Operation.prototype.type = 1;
                Operation.prototype.snapshot = null;
                Operation.prototype.expunge = null;
                Operation.prototype.diff = null;

                Operation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    writer.uint32(8).int32(message.type);
                    if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                        $root.mesos.internal.state.Operation.Snapshot.encode(message.snapshot, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.expunge != null && $Object.hasOwnProperty.call(message, "expunge"))
                        $root.mesos.internal.state.Operation.Expunge.encode(message.expunge, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.diff != null && $Object.hasOwnProperty.call(message, "diff"))
                        $root.mesos.internal.state.Operation.Diff.encode(message.diff, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Operation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.internal.state.Operation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.internal.state.Operation.Type[value] !== $undefined)
                                    message.type = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.snapshot = $root.mesos.internal.state.Operation.Snapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.expunge = $root.mesos.internal.state.Operation.Expunge.decode(reader, reader.size(), $undefined, _depth + 1, message.expunge);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.diff = $root.mesos.internal.state.Operation.Diff.decode(reader, reader.size(), $undefined, _depth + 1, message.diff);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "type"))
                        throw $util.ProtocolError("missing required 'type'", { instance: message });
                    return message;
                };

                Operation.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[1] = "SNAPSHOT"] = 1;
                    values[valuesById[2] = "EXPUNGE"] = 2;
                    values[valuesById[3] = "DIFF"] = 3;
                    return values;
                })();

                Operation.Snapshot = (function() {

                    const Snapshot = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Snapshot.prototype.entry = null;

                    Snapshot.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        $root.mesos.internal.state.Entry.encode(message.entry, writer.uint32(10).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Snapshot.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.internal.state.Operation.Snapshot();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.entry = $root.mesos.internal.state.Entry.decode(reader, reader.size(), $undefined, _depth + 1, message.entry);
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "entry"))
                            throw $util.ProtocolError("missing required 'entry'", { instance: message });
                        return message;
                    };

                    return Snapshot;
                })();

                Operation.Diff = (function() {

                    const Diff = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Diff.prototype.entry = null;

                    Diff.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        $root.mesos.internal.state.Entry.encode(message.entry, writer.uint32(10).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Diff.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.internal.state.Operation.Diff();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.entry = $root.mesos.internal.state.Entry.decode(reader, reader.size(), $undefined, _depth + 1, message.entry);
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "entry"))
                            throw $util.ProtocolError("missing required 'entry'", { instance: message });
                        return message;
                    };

                    return Diff;
                })();

                Operation.Expunge = (function() {

                    const Expunge = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Expunge.prototype.name = "";

                    Expunge.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        writer.uint32(10).string(message.name);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Expunge.decode = function (reader, length, _end, _depth, _target) {
                        if (!(reader instanceof $Reader))
                            reader = $Reader.create(reader);
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $Reader.recursionLimit)
                            throw $Error("max depth exceeded");
                        let end, message;
                        if (length === $undefined)
                            end = reader.len;
                        else {
                            end = reader.pos + length;
                            if (end > reader.len)
                                throw $RangeError("index out of range");
                            length = reader.len;
                            reader.len = end;
                        }
                        message = _target || new $root.mesos.internal.state.Operation.Expunge();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            let wireType = tag & 7;
                            switch (tag >>>= 3) {
                            case 1: {
                                    if (wireType !== 2)
                                        break;
                                    message.name = reader.string();
                                    continue;
                                }
                            }
                            reader.skipType(wireType, _depth, tag);
                            if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                        }
                        if (length !== $undefined) {
                            if (reader.pos !== end)
                                throw $RangeError("index out of range");
                            reader.len = length;
                        }
                        if (_end !== $undefined)
                            throw $Error("missing end group");
                        if (!$Object.hasOwnProperty.call(message, "name"))
                            throw $util.ProtocolError("missing required 'name'", { instance: message });
                        return message;
                    };

                    return Expunge;
                })();

                return Operation;
            })();

            return state;
        })();

        internal.StatusUpdate = (function() {

            const StatusUpdate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatusUpdate.prototype.frameworkId = null;
            StatusUpdate.prototype.executorId = null;
            StatusUpdate.prototype.slaveId = null;
            StatusUpdate.prototype.status = null;
            StatusUpdate.prototype.timestamp = 0;
            StatusUpdate.prototype.uuid = $util.newBuffer([]);
            StatusUpdate.prototype.latestState = 0;

            StatusUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.executorId != null && $Object.hasOwnProperty.call(message, "executorId"))
                    $root.mesos.ExecutorID.encode(message.executorId, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.slaveId != null && $Object.hasOwnProperty.call(message, "slaveId"))
                    $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(26).fork(), _depth + 1).ldelim();
                $root.mesos.TaskStatus.encode(message.status, writer.uint32(34).fork(), _depth + 1).ldelim();
                writer.uint32(41).double(message.timestamp);
                if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                    writer.uint32(50).bytes(message.uuid);
                if (message.latestState != null && $Object.hasOwnProperty.call(message, "latestState"))
                    writer.uint32(56).int32(message.latestState);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StatusUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.StatusUpdate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.executorId = $root.mesos.ExecutorID.decode(reader, reader.size(), $undefined, _depth + 1, message.executorId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.mesos.TaskStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.timestamp = reader.double();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.uuid = reader.bytes();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.TaskState[value] !== $undefined)
                                message.latestState = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "frameworkId"))
                    throw $util.ProtocolError("missing required 'frameworkId'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "status"))
                    throw $util.ProtocolError("missing required 'status'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "timestamp"))
                    throw $util.ProtocolError("missing required 'timestamp'", { instance: message });
                return message;
            };

            return StatusUpdate;
        })();

        internal.StatusUpdateRecord = (function() {

            const StatusUpdateRecord = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatusUpdateRecord.prototype.type = 0;
            StatusUpdateRecord.prototype.update = null;
            StatusUpdateRecord.prototype.uuid = $util.newBuffer([]);

            StatusUpdateRecord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(8).int32(message.type);
                if (message.update != null && $Object.hasOwnProperty.call(message, "update"))
                    $root.mesos.internal.StatusUpdate.encode(message.update, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                    writer.uint32(26).bytes(message.uuid);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StatusUpdateRecord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.StatusUpdateRecord();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.internal.StatusUpdateRecord.Type[value] !== $undefined)
                                message.type = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.update = $root.mesos.internal.StatusUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.update);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.uuid = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "type"))
                    throw $util.ProtocolError("missing required 'type'", { instance: message });
                return message;
            };

            StatusUpdateRecord.Type = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UPDATE"] = 0;
                values[valuesById[1] = "ACK"] = 1;
                return values;
            })();

            return StatusUpdateRecord;
        })();

        internal.StatusUpdateMessage = (function() {

            const StatusUpdateMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatusUpdateMessage.prototype.update = null;
            StatusUpdateMessage.prototype.pid = "";

            StatusUpdateMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                $root.mesos.internal.StatusUpdate.encode(message.update, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                    writer.uint32(18).string(message.pid);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StatusUpdateMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.StatusUpdateMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.update = $root.mesos.internal.StatusUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.update);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.pid = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "update"))
                    throw $util.ProtocolError("missing required 'update'", { instance: message });
                return message;
            };

            return StatusUpdateMessage;
        })();

        internal.StatusUpdateAcknowledgementMessage = (function() {

            const StatusUpdateAcknowledgementMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatusUpdateAcknowledgementMessage.prototype.slaveId = null;
            StatusUpdateAcknowledgementMessage.prototype.frameworkId = null;
            StatusUpdateAcknowledgementMessage.prototype.taskId = null;
            StatusUpdateAcknowledgementMessage.prototype.uuid = $util.newBuffer([]);

            StatusUpdateAcknowledgementMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(10).fork(), _depth + 1).ldelim();
                $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(18).fork(), _depth + 1).ldelim();
                $root.mesos.TaskID.encode(message.taskId, writer.uint32(26).fork(), _depth + 1).ldelim();
                writer.uint32(34).bytes(message.uuid);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StatusUpdateAcknowledgementMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.internal.StatusUpdateAcknowledgementMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.taskId = $root.mesos.TaskID.decode(reader, reader.size(), $undefined, _depth + 1, message.taskId);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.uuid = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "slaveId"))
                    throw $util.ProtocolError("missing required 'slaveId'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "frameworkId"))
                    throw $util.ProtocolError("missing required 'frameworkId'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "taskId"))
                    throw $util.ProtocolError("missing required 'taskId'", { instance: message });
                if (!$Object.hasOwnProperty.call(message, "uuid"))
                    throw $util.ProtocolError("missing required 'uuid'", { instance: message });
                return message;
            };

            return StatusUpdateAcknowledgementMessage;
        })();

        return internal;
    })();

    mesos.URL = (function() {

        const URL = function (properties) {
            this.query = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        URL.prototype.scheme = "";
        URL.prototype.address = null;
        URL.prototype.path = "";
        URL.prototype.query = $util.emptyArray;
        URL.prototype.fragment = "";

        URL.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.scheme);
            $root.mesos.Address.encode(message.address, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                writer.uint32(26).string(message.path);
            if (message.query != null && message.query.length)
                for (let i = 0; i < message.query.length; ++i)
                    $root.mesos.Parameter.encode(message.query[i], writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.fragment != null && $Object.hasOwnProperty.call(message, "fragment"))
                writer.uint32(42).string(message.fragment);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        URL.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.URL();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.scheme = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.address = $root.mesos.Address.decode(reader, reader.size(), $undefined, _depth + 1, message.address);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.path = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.query && message.query.length))
                            message.query = [];
                        message.query.push($root.mesos.Parameter.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.fragment = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "scheme"))
                throw $util.ProtocolError("missing required 'scheme'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "address"))
                throw $util.ProtocolError("missing required 'address'", { instance: message });
            return message;
        };

        return URL;
    })();

    mesos.Offer = (function() {

        const Offer = function (properties) {
            this.resources = [];
            this.executorIds = [];
            this.attributes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Offer.prototype.id = null;
        Offer.prototype.frameworkId = null;
        Offer.prototype.slaveId = null;
        Offer.prototype.hostname = "";
        Offer.prototype.resources = $util.emptyArray;
        Offer.prototype.executorIds = $util.emptyArray;
        Offer.prototype.attributes = $util.emptyArray;
        Offer.prototype.url = null;
        Offer.prototype.unavailability = null;
        Offer.prototype.allocationInfo = null;
        Offer.prototype.domain = null;

        Offer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            $root.mesos.OfferID.encode(message.id, writer.uint32(10).fork(), _depth + 1).ldelim();
            $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(18).fork(), _depth + 1).ldelim();
            $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(26).fork(), _depth + 1).ldelim();
            writer.uint32(34).string(message.hostname);
            if (message.resources != null && message.resources.length)
                for (let i = 0; i < message.resources.length; ++i)
                    $root.mesos.Resource.encode(message.resources[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.executorIds != null && message.executorIds.length)
                for (let i = 0; i < message.executorIds.length; ++i)
                    $root.mesos.ExecutorID.encode(message.executorIds[i], writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.attributes != null && message.attributes.length)
                for (let i = 0; i < message.attributes.length; ++i)
                    $root.mesos.Attribute.encode(message.attributes[i], writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                $root.mesos.URL.encode(message.url, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.unavailability != null && $Object.hasOwnProperty.call(message, "unavailability"))
                $root.mesos.Unavailability.encode(message.unavailability, writer.uint32(74).fork(), _depth + 1).ldelim();
            if (message.allocationInfo != null && $Object.hasOwnProperty.call(message, "allocationInfo"))
                $root.mesos.Resource.AllocationInfo.encode(message.allocationInfo, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                $root.mesos.DomainInfo.encode(message.domain, writer.uint32(90).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Offer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Offer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.id = $root.mesos.OfferID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.hostname = reader.string();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.resources && message.resources.length))
                            message.resources = [];
                        message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.executorIds && message.executorIds.length))
                            message.executorIds = [];
                        message.executorIds.push($root.mesos.ExecutorID.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attributes && message.attributes.length))
                            message.attributes = [];
                        message.attributes.push($root.mesos.Attribute.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.url = $root.mesos.URL.decode(reader, reader.size(), $undefined, _depth + 1, message.url);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.unavailability = $root.mesos.Unavailability.decode(reader, reader.size(), $undefined, _depth + 1, message.unavailability);
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.allocationInfo = $root.mesos.Resource.AllocationInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.allocationInfo);
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.domain = $root.mesos.DomainInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.domain);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "id"))
                throw $util.ProtocolError("missing required 'id'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "frameworkId"))
                throw $util.ProtocolError("missing required 'frameworkId'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "slaveId"))
                throw $util.ProtocolError("missing required 'slaveId'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "hostname"))
                throw $util.ProtocolError("missing required 'hostname'", { instance: message });
            return message;
        };

        Offer.Operation = (function() {

            const Operation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Operation.prototype.type = 0;
            Operation.prototype.reserve = null;
            Operation.prototype.unreserve = null;
            Operation.prototype.create = null;
            Operation.prototype.destroy = null;
            Operation.prototype.id = null;
            Operation.prototype.growVolume = null;
            Operation.prototype.shrinkVolume = null;
            Operation.prototype.createDisk = null;
            Operation.prototype.destroyDisk = null;

            Operation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    writer.uint32(8).int32(message.type);
                if (message.reserve != null && $Object.hasOwnProperty.call(message, "reserve"))
                    $root.mesos.Offer.Operation.Reserve.encode(message.reserve, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.unreserve != null && $Object.hasOwnProperty.call(message, "unreserve"))
                    $root.mesos.Offer.Operation.Unreserve.encode(message.unreserve, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.create != null && $Object.hasOwnProperty.call(message, "create"))
                    $root.mesos.Offer.Operation.Create.encode(message.create, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.destroy != null && $Object.hasOwnProperty.call(message, "destroy"))
                    $root.mesos.Offer.Operation.Destroy.encode(message.destroy, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    $root.mesos.OperationID.encode(message.id, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.growVolume != null && $Object.hasOwnProperty.call(message, "growVolume"))
                    $root.mesos.Offer.Operation.GrowVolume.encode(message.growVolume, writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.shrinkVolume != null && $Object.hasOwnProperty.call(message, "shrinkVolume"))
                    $root.mesos.Offer.Operation.ShrinkVolume.encode(message.shrinkVolume, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.createDisk != null && $Object.hasOwnProperty.call(message, "createDisk"))
                    $root.mesos.Offer.Operation.CreateDisk.encode(message.createDisk, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.destroyDisk != null && $Object.hasOwnProperty.call(message, "destroyDisk"))
                    $root.mesos.Offer.Operation.DestroyDisk.encode(message.destroyDisk, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Operation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.Offer.Operation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.Offer.Operation.Type[value] !== $undefined)
                                message.type = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.reserve = $root.mesos.Offer.Operation.Reserve.decode(reader, reader.size(), $undefined, _depth + 1, message.reserve);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.unreserve = $root.mesos.Offer.Operation.Unreserve.decode(reader, reader.size(), $undefined, _depth + 1, message.unreserve);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.create = $root.mesos.Offer.Operation.Create.decode(reader, reader.size(), $undefined, _depth + 1, message.create);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.destroy = $root.mesos.Offer.Operation.Destroy.decode(reader, reader.size(), $undefined, _depth + 1, message.destroy);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.mesos.OperationID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.growVolume = $root.mesos.Offer.Operation.GrowVolume.decode(reader, reader.size(), $undefined, _depth + 1, message.growVolume);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.shrinkVolume = $root.mesos.Offer.Operation.ShrinkVolume.decode(reader, reader.size(), $undefined, _depth + 1, message.shrinkVolume);
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.createDisk = $root.mesos.Offer.Operation.CreateDisk.decode(reader, reader.size(), $undefined, _depth + 1, message.createDisk);
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.destroyDisk = $root.mesos.Offer.Operation.DestroyDisk.decode(reader, reader.size(), $undefined, _depth + 1, message.destroyDisk);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Operation.Type = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UNKNOWN"] = 0;
                values[valuesById[1] = "LAUNCH"] = 1;
                values[valuesById[2] = "RESERVE"] = 2;
                values[valuesById[3] = "UNRESERVE"] = 3;
                values[valuesById[4] = "CREATE"] = 4;
                values[valuesById[5] = "DESTROY"] = 5;
                values[valuesById[6] = "LAUNCH_GROUP"] = 6;
                values[valuesById[11] = "GROW_VOLUME"] = 11;
                values[valuesById[12] = "SHRINK_VOLUME"] = 12;
                values[valuesById[13] = "CREATE_DISK"] = 13;
                values[valuesById[14] = "DESTROY_DISK"] = 14;
                return values;
            })();

            Operation.Reserve = (function() {

                const Reserve = function (properties) {
                    this.resources = [];
                    this.source = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Reserve.prototype.resources = $util.emptyArray;
                Reserve.prototype.source = $util.emptyArray;

                Reserve.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.resources != null && message.resources.length)
                        for (let i = 0; i < message.resources.length; ++i)
                            $root.mesos.Resource.encode(message.resources[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.source != null && message.source.length)
                        for (let i = 0; i < message.source.length; ++i)
                            $root.mesos.Resource.encode(message.source[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Reserve.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.Reserve();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.resources && message.resources.length))
                                    message.resources = [];
                                message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.source && message.source.length))
                                    message.source = [];
                                message.source.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reserve;
            })();

            Operation.Unreserve = (function() {

                const Unreserve = function (properties) {
                    this.resources = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Unreserve.prototype.resources = $util.emptyArray;

                Unreserve.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.resources != null && message.resources.length)
                        for (let i = 0; i < message.resources.length; ++i)
                            $root.mesos.Resource.encode(message.resources[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Unreserve.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.Unreserve();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.resources && message.resources.length))
                                    message.resources = [];
                                message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Unreserve;
            })();

            Operation.Create = (function() {

                const Create = function (properties) {
                    this.volumes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Create.prototype.volumes = $util.emptyArray;

                Create.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.volumes != null && message.volumes.length)
                        for (let i = 0; i < message.volumes.length; ++i)
                            $root.mesos.Resource.encode(message.volumes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Create.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.Create();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.volumes && message.volumes.length))
                                    message.volumes = [];
                                message.volumes.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Create;
            })();

            Operation.Destroy = (function() {

                const Destroy = function (properties) {
                    this.volumes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Destroy.prototype.volumes = $util.emptyArray;

                Destroy.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.volumes != null && message.volumes.length)
                        for (let i = 0; i < message.volumes.length; ++i)
                            $root.mesos.Resource.encode(message.volumes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Destroy.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.Destroy();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.volumes && message.volumes.length))
                                    message.volumes = [];
                                message.volumes.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Destroy;
            })();

            Operation.GrowVolume = (function() {

                const GrowVolume = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GrowVolume.prototype.volume = null;
                GrowVolume.prototype.addition = null;

                GrowVolume.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.Resource.encode(message.volume, writer.uint32(10).fork(), _depth + 1).ldelim();
                    $root.mesos.Resource.encode(message.addition, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GrowVolume.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.GrowVolume();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.volume = $root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.volume);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.addition = $root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.addition);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "volume"))
                        throw $util.ProtocolError("missing required 'volume'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "addition"))
                        throw $util.ProtocolError("missing required 'addition'", { instance: message });
                    return message;
                };

                return GrowVolume;
            })();

            Operation.ShrinkVolume = (function() {

                const ShrinkVolume = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ShrinkVolume.prototype.volume = null;
                ShrinkVolume.prototype.subtract = null;

                ShrinkVolume.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.Resource.encode(message.volume, writer.uint32(10).fork(), _depth + 1).ldelim();
                    $root.mesos.Value.Scalar.encode(message.subtract, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ShrinkVolume.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.ShrinkVolume();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.volume = $root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.volume);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.subtract = $root.mesos.Value.Scalar.decode(reader, reader.size(), $undefined, _depth + 1, message.subtract);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "volume"))
                        throw $util.ProtocolError("missing required 'volume'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "subtract"))
                        throw $util.ProtocolError("missing required 'subtract'", { instance: message });
                    return message;
                };

                return ShrinkVolume;
            })();

            Operation.CreateDisk = (function() {

                const CreateDisk = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                CreateDisk.prototype.source = null;
                CreateDisk.prototype.targetType = 0;
                CreateDisk.prototype.targetProfile = "";

                CreateDisk.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.Resource.encode(message.source, writer.uint32(10).fork(), _depth + 1).ldelim();
                    writer.uint32(16).int32(message.targetType);
                    if (message.targetProfile != null && $Object.hasOwnProperty.call(message, "targetProfile"))
                        writer.uint32(26).string(message.targetProfile);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                CreateDisk.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.CreateDisk();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.source = $root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.source);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                if ($root.mesos.Resource.DiskInfo.Source.Type[value] !== $undefined)
                                    message.targetType = value;
                                else if (!reader.discardUnknown) {
                                    $util.makeProp(message, "$unknowns", false);
                                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                                }
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.targetProfile = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "source"))
                        throw $util.ProtocolError("missing required 'source'", { instance: message });
                    if (!$Object.hasOwnProperty.call(message, "targetType"))
                        throw $util.ProtocolError("missing required 'targetType'", { instance: message });
                    return message;
                };

                return CreateDisk;
            })();

            Operation.DestroyDisk = (function() {

                const DestroyDisk = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                DestroyDisk.prototype.source = null;

                DestroyDisk.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.Resource.encode(message.source, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                DestroyDisk.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.Offer.Operation.DestroyDisk();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.source = $root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.source);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "source"))
                        throw $util.ProtocolError("missing required 'source'", { instance: message });
                    return message;
                };

                return DestroyDisk;
            })();

            return Operation;
        })();

        return Offer;
    })();

    mesos.MachineID = (function() {

        const MachineID = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        MachineID.prototype.hostname = "";
        MachineID.prototype.ip = "";

        MachineID.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname"))
                writer.uint32(10).string(message.hostname);
            if (message.ip != null && $Object.hasOwnProperty.call(message, "ip"))
                writer.uint32(18).string(message.ip);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        MachineID.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.MachineID();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.hostname = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.ip = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MachineID;
    })();

    mesos.Unavailability = (function() {

        const Unavailability = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Unavailability.prototype.start = null;
        Unavailability.prototype.duration = null;

        Unavailability.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            $root.mesos.TimeInfo.encode(message.start, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.duration != null && $Object.hasOwnProperty.call(message, "duration"))
                $root.mesos.DurationInfo.encode(message.duration, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Unavailability.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Unavailability();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.start = $root.mesos.TimeInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.start);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.duration = $root.mesos.DurationInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.duration);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "start"))
                throw $util.ProtocolError("missing required 'start'", { instance: message });
            return message;
        };

        return Unavailability;
    })();

    mesos.MachineInfo = (function() {

        const MachineInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        MachineInfo.prototype.id = null;
        MachineInfo.prototype.mode = 1;
        MachineInfo.prototype.unavailability = null;

        MachineInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            $root.mesos.MachineID.encode(message.id, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                writer.uint32(16).int32(message.mode);
            if (message.unavailability != null && $Object.hasOwnProperty.call(message, "unavailability"))
                $root.mesos.Unavailability.encode(message.unavailability, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        MachineInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.MachineInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.id = $root.mesos.MachineID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.MachineInfo.Mode[value] !== $undefined)
                            message.mode = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.unavailability = $root.mesos.Unavailability.decode(reader, reader.size(), $undefined, _depth + 1, message.unavailability);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "id"))
                throw $util.ProtocolError("missing required 'id'", { instance: message });
            return message;
        };

        MachineInfo.Mode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[1] = "UP"] = 1;
            values[valuesById[2] = "DRAINING"] = 2;
            values[valuesById[3] = "DOWN"] = 3;
            return values;
        })();

        return MachineInfo;
    })();

    mesos.OperationState = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "OPERATION_UNSUPPORTED"] = 0;
        values[valuesById[1] = "OPERATION_PENDING"] = 1;
        values[valuesById[2] = "OPERATION_FINISHED"] = 2;
        values[valuesById[3] = "OPERATION_FAILED"] = 3;
        values[valuesById[4] = "OPERATION_ERROR"] = 4;
        values[valuesById[5] = "OPERATION_DROPPED"] = 5;
        values[valuesById[6] = "OPERATION_UNREACHABLE"] = 6;
        values[valuesById[7] = "OPERATION_GONE_BY_OPERATOR"] = 7;
        values[valuesById[8] = "OPERATION_RECOVERING"] = 8;
        values[valuesById[9] = "OPERATION_UNKNOWN"] = 9;
        return values;
    })();

    mesos.OperationStatus = (function() {

        const OperationStatus = function (properties) {
            this.convertedResources = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OperationStatus.prototype.operationId = null;
        OperationStatus.prototype.state = 0;
        OperationStatus.prototype.message = "";
        OperationStatus.prototype.convertedResources = $util.emptyArray;
        OperationStatus.prototype.uuid = null;
        OperationStatus.prototype.slaveId = null;
        OperationStatus.prototype.resourceProviderId = null;

        OperationStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.operationId != null && $Object.hasOwnProperty.call(message, "operationId"))
                $root.mesos.OperationID.encode(message.operationId, writer.uint32(10).fork(), _depth + 1).ldelim();
            writer.uint32(16).int32(message.state);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                writer.uint32(26).string(message.message);
            if (message.convertedResources != null && message.convertedResources.length)
                for (let i = 0; i < message.convertedResources.length; ++i)
                    $root.mesos.Resource.encode(message.convertedResources[i], writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                $root.mesos.UUID.encode(message.uuid, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.slaveId != null && $Object.hasOwnProperty.call(message, "slaveId"))
                $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.resourceProviderId != null && $Object.hasOwnProperty.call(message, "resourceProviderId"))
                $root.mesos.ResourceProviderID.encode(message.resourceProviderId, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OperationStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.OperationStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.operationId = $root.mesos.OperationID.decode(reader, reader.size(), $undefined, _depth + 1, message.operationId);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.OperationState[value] !== $undefined)
                            message.state = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.message = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.convertedResources && message.convertedResources.length))
                            message.convertedResources = [];
                        message.convertedResources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.uuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.uuid);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.resourceProviderId = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.resourceProviderId);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "state"))
                throw $util.ProtocolError("missing required 'state'", { instance: message });
            return message;
        };

        return OperationStatus;
    })();

    mesos.Operation = (function() {

        const Operation = function (properties) {
            this.statuses = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Operation.prototype.frameworkId = null;
        Operation.prototype.slaveId = null;
        Operation.prototype.info = null;
        Operation.prototype.latestStatus = null;
        Operation.prototype.statuses = $util.emptyArray;
        Operation.prototype.uuid = null;

        Operation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.frameworkId != null && $Object.hasOwnProperty.call(message, "frameworkId"))
                $root.mesos.FrameworkID.encode(message.frameworkId, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.slaveId != null && $Object.hasOwnProperty.call(message, "slaveId"))
                $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(18).fork(), _depth + 1).ldelim();
            $root.mesos.Offer.Operation.encode(message.info, writer.uint32(26).fork(), _depth + 1).ldelim();
            $root.mesos.OperationStatus.encode(message.latestStatus, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.statuses != null && message.statuses.length)
                for (let i = 0; i < message.statuses.length; ++i)
                    $root.mesos.OperationStatus.encode(message.statuses[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            $root.mesos.UUID.encode(message.uuid, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Operation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.Operation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.frameworkId = $root.mesos.FrameworkID.decode(reader, reader.size(), $undefined, _depth + 1, message.frameworkId);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.info = $root.mesos.Offer.Operation.decode(reader, reader.size(), $undefined, _depth + 1, message.info);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.latestStatus = $root.mesos.OperationStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.latestStatus);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.statuses && message.statuses.length))
                            message.statuses = [];
                        message.statuses.push($root.mesos.OperationStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.uuid = $root.mesos.UUID.decode(reader, reader.size(), $undefined, _depth + 1, message.uuid);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "info"))
                throw $util.ProtocolError("missing required 'info'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "latestStatus"))
                throw $util.ProtocolError("missing required 'latestStatus'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "uuid"))
                throw $util.ProtocolError("missing required 'uuid'", { instance: message });
            return message;
        };

        return Operation;
    })();

    mesos.ResourceProviderInfo = (function() {

        const ResourceProviderInfo = function (properties) {
            this.attributes = [];
            this.defaultReservations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ResourceProviderInfo.prototype.id = null;
        ResourceProviderInfo.prototype.attributes = $util.emptyArray;
        ResourceProviderInfo.prototype.type = "";
        ResourceProviderInfo.prototype.name = "";
        ResourceProviderInfo.prototype.defaultReservations = $util.emptyArray;

        ResourceProviderInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                $root.mesos.ResourceProviderID.encode(message.id, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.attributes != null && message.attributes.length)
                for (let i = 0; i < message.attributes.length; ++i)
                    $root.mesos.Attribute.encode(message.attributes[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            writer.uint32(26).string(message.type);
            writer.uint32(34).string(message.name);
            if (message.defaultReservations != null && message.defaultReservations.length)
                for (let i = 0; i < message.defaultReservations.length; ++i)
                    $root.mesos.Resource.ReservationInfo.encode(message.defaultReservations[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ResourceProviderInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.ResourceProviderInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.id = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attributes && message.attributes.length))
                            message.attributes = [];
                        message.attributes.push($root.mesos.Attribute.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.type = reader.string();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.name = reader.string();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.defaultReservations && message.defaultReservations.length))
                            message.defaultReservations = [];
                        message.defaultReservations.push($root.mesos.Resource.ReservationInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "type"))
                throw $util.ProtocolError("missing required 'type'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "name"))
                throw $util.ProtocolError("missing required 'name'", { instance: message });
            return message;
        };

        return ResourceProviderInfo;
    })();

    mesos.maintenance = (function() {

        const maintenance = {};

        maintenance.Window = (function() {

            const Window = function (properties) {
                this.machineIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Window.prototype.machineIds = $util.emptyArray;
            Window.prototype.unavailability = null;

            Window.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.machineIds != null && message.machineIds.length)
                    for (let i = 0; i < message.machineIds.length; ++i)
                        $root.mesos.MachineID.encode(message.machineIds[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                $root.mesos.Unavailability.encode(message.unavailability, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Window.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.maintenance.Window();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.machineIds && message.machineIds.length))
                                message.machineIds = [];
                            message.machineIds.push($root.mesos.MachineID.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.unavailability = $root.mesos.Unavailability.decode(reader, reader.size(), $undefined, _depth + 1, message.unavailability);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "unavailability"))
                    throw $util.ProtocolError("missing required 'unavailability'", { instance: message });
                return message;
            };

            return Window;
        })();

        maintenance.Schedule = (function() {

            const Schedule = function (properties) {
                this.windows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Schedule.prototype.windows = $util.emptyArray;

            Schedule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.windows != null && message.windows.length)
                    for (let i = 0; i < message.windows.length; ++i)
                        $root.mesos.maintenance.Window.encode(message.windows[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Schedule.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.maintenance.Schedule();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.windows && message.windows.length))
                                message.windows = [];
                            message.windows.push($root.mesos.maintenance.Window.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Schedule;
        })();

        return maintenance;
    })();

    mesos.MasterInfo = (function() {

        const MasterInfo = function (properties) {
            this.capabilities = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        MasterInfo.prototype.id = "";
        MasterInfo.prototype.ip = 0;
        MasterInfo.prototype.port = 5050;
        MasterInfo.prototype.pid = "";
        MasterInfo.prototype.hostname = "";
        MasterInfo.prototype.version = "";
        MasterInfo.prototype.address = null;
        MasterInfo.prototype.domain = null;
        MasterInfo.prototype.capabilities = $util.emptyArray;

        MasterInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(10).string(message.id);
            writer.uint32(16).uint32(message.ip);
            writer.uint32(24).uint32(message.port);
            if (message.pid != null && $Object.hasOwnProperty.call(message, "pid"))
                writer.uint32(34).string(message.pid);
            if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname"))
                writer.uint32(42).string(message.hostname);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                writer.uint32(50).string(message.version);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                $root.mesos.Address.encode(message.address, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                $root.mesos.DomainInfo.encode(message.domain, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.capabilities != null && message.capabilities.length)
                for (let i = 0; i < message.capabilities.length; ++i)
                    $root.mesos.MasterInfo.Capability.encode(message.capabilities[i], writer.uint32(74).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        MasterInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.MasterInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.id = reader.string();
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.ip = reader.uint32();
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        message.port = reader.uint32();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.pid = reader.string();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.hostname = reader.string();
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.version = reader.string();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.address = $root.mesos.Address.decode(reader, reader.size(), $undefined, _depth + 1, message.address);
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.domain = $root.mesos.DomainInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.domain);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.capabilities && message.capabilities.length))
                            message.capabilities = [];
                        message.capabilities.push($root.mesos.MasterInfo.Capability.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "id"))
                throw $util.ProtocolError("missing required 'id'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "ip"))
                throw $util.ProtocolError("missing required 'ip'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "port"))
                throw $util.ProtocolError("missing required 'port'", { instance: message });
            return message;
        };

        MasterInfo.Capability = (function() {

            const Capability = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Capability.prototype.type = 0;

            Capability.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    writer.uint32(8).int32(message.type);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Capability.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.MasterInfo.Capability();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            value = reader.int32();
                            if ($root.mesos.MasterInfo.Capability.Type[value] !== $undefined)
                                message.type = value;
                            else if (!reader.discardUnknown) {
                                $util.makeProp(message, "$unknowns", false);
                                (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Capability.Type = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UNKNOWN"] = 0;
                values[valuesById[1] = "AGENT_UPDATE"] = 1;
                values[valuesById[2] = "AGENT_DRAINING"] = 2;
                values[valuesById[3] = "QUOTA_V2"] = 3;
                return values;
            })();

            return Capability;
        })();

        return MasterInfo;
    })();

    mesos.quota = (function() {

        const quota = {};

        quota.QuotaInfo = (function() {

            const QuotaInfo = function (properties) {
                this.guarantee = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            QuotaInfo.prototype.role = "";
            QuotaInfo.prototype.principal = "";
            QuotaInfo.prototype.guarantee = $util.emptyArray;

            QuotaInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    writer.uint32(10).string(message.role);
                if (message.principal != null && $Object.hasOwnProperty.call(message, "principal"))
                    writer.uint32(18).string(message.principal);
                if (message.guarantee != null && message.guarantee.length)
                    for (let i = 0; i < message.guarantee.length; ++i)
                        $root.mesos.Resource.encode(message.guarantee[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            QuotaInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.quota.QuotaInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.role = reader.string();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.principal = reader.string();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.guarantee && message.guarantee.length))
                                message.guarantee = [];
                            message.guarantee.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return QuotaInfo;
        })();

        quota.QuotaConfig = (function() {

            const QuotaConfig = function (properties) {
                this.guarantees = {};
                this.limits = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            QuotaConfig.prototype.role = "";
            QuotaConfig.prototype.guarantees = $util.emptyObject;
            QuotaConfig.prototype.limits = $util.emptyObject;

            QuotaConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                writer.uint32(10).string(message.role);
                if (message.guarantees != null && $Object.hasOwnProperty.call(message, "guarantees"))
                    for (let keys = $Object.keys(message.guarantees), i = 0; i < keys.length; ++i) {
                        writer.uint32(18).fork().uint32(10).string(keys[i]);
                        $root.mesos.Value.Scalar.encode(message.guarantees[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    for (let keys = $Object.keys(message.limits), i = 0; i < keys.length; ++i) {
                        writer.uint32(26).fork().uint32(10).string(keys[i]);
                        $root.mesos.Value.Scalar.encode(message.limits[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            QuotaConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.quota.QuotaConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.role = reader.string();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.guarantees === $util.emptyObject)
                                message.guarantees = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.string();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.mesos.Value.Scalar.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.guarantees, key);
                            message.guarantees[key] = value || new $root.mesos.Value.Scalar();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (message.limits === $util.emptyObject)
                                message.limits = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.string();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.mesos.Value.Scalar.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.limits, key);
                            message.limits[key] = value || new $root.mesos.Value.Scalar();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                if (!$Object.hasOwnProperty.call(message, "role"))
                    throw $util.ProtocolError("missing required 'role'", { instance: message });
                return message;
            };

            return QuotaConfig;
        })();

        return quota;
    })();

    mesos.resource_provider = (function() {

        const resource_provider = {};

        resource_provider.registry = (function() {

            const registry = {};

            registry.ResourceProvider = (function() {

                const ResourceProvider = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ResourceProvider.prototype.id = null;
                ResourceProvider.prototype.type = "";
                ResourceProvider.prototype.name = "";

                ResourceProvider.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    $root.mesos.ResourceProviderID.encode(message.id, writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                        writer.uint32(18).string(message.type);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        writer.uint32(26).string(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ResourceProvider.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.resource_provider.registry.ResourceProvider();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.id = $root.mesos.ResourceProviderID.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.type = reader.string();
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.name = reader.string();
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    if (!$Object.hasOwnProperty.call(message, "id"))
                        throw $util.ProtocolError("missing required 'id'", { instance: message });
                    return message;
                };

                return ResourceProvider;
            })();

            registry.Registry = (function() {

                const Registry = function (properties) {
                    this.resourceProviders = [];
                    this.removedResourceProviders = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Registry.prototype.resourceProviders = $util.emptyArray;
                Registry.prototype.removedResourceProviders = $util.emptyArray;

                Registry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.resourceProviders != null && message.resourceProviders.length)
                        for (let i = 0; i < message.resourceProviders.length; ++i)
                            $root.mesos.resource_provider.registry.ResourceProvider.encode(message.resourceProviders[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.removedResourceProviders != null && message.removedResourceProviders.length)
                        for (let i = 0; i < message.removedResourceProviders.length; ++i)
                            $root.mesos.resource_provider.registry.ResourceProvider.encode(message.removedResourceProviders[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Registry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.mesos.resource_provider.registry.Registry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.resourceProviders && message.resourceProviders.length))
                                    message.resourceProviders = [];
                                message.resourceProviders.push($root.mesos.resource_provider.registry.ResourceProvider.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.removedResourceProviders && message.removedResourceProviders.length))
                                    message.removedResourceProviders = [];
                                message.removedResourceProviders.push($root.mesos.resource_provider.registry.ResourceProvider.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Registry;
            })();

            return registry;
        })();

        return resource_provider;
    })();

    mesos.WeightInfo = (function() {

        const WeightInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        WeightInfo.prototype.weight = 0;
        WeightInfo.prototype.role = "";

        WeightInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            writer.uint32(9).double(message.weight);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                writer.uint32(18).string(message.role);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        WeightInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.WeightInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        message.weight = reader.double();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.role = reader.string();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "weight"))
                throw $util.ProtocolError("missing required 'weight'", { instance: message });
            return message;
        };

        return WeightInfo;
    })();

    mesos.TaskState = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "TASK_STARTING"] = 0;
        values[valuesById[1] = "TASK_RUNNING"] = 1;
        values[valuesById[2] = "TASK_FINISHED"] = 2;
        values[valuesById[3] = "TASK_FAILED"] = 3;
        values[valuesById[4] = "TASK_KILLED"] = 4;
        values[valuesById[5] = "TASK_LOST"] = 5;
        values[valuesById[6] = "TASK_STAGING"] = 6;
        values[valuesById[7] = "TASK_ERROR"] = 7;
        values[valuesById[8] = "TASK_KILLING"] = 8;
        values[valuesById[9] = "TASK_DROPPED"] = 9;
        values[valuesById[10] = "TASK_UNREACHABLE"] = 10;
        values[valuesById[11] = "TASK_GONE"] = 11;
        values[valuesById[12] = "TASK_GONE_BY_OPERATOR"] = 12;
        values[valuesById[13] = "TASK_UNKNOWN"] = 13;
        return values;
    })();

    mesos.TaskResourceLimitation = (function() {

        const TaskResourceLimitation = function (properties) {
            this.resources = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TaskResourceLimitation.prototype.resources = $util.emptyArray;

        TaskResourceLimitation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resources != null && message.resources.length)
                for (let i = 0; i < message.resources.length; ++i)
                    $root.mesos.Resource.encode(message.resources[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TaskResourceLimitation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.TaskResourceLimitation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.resources && message.resources.length))
                            message.resources = [];
                        message.resources.push($root.mesos.Resource.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TaskResourceLimitation;
    })();

    mesos.CheckStatusInfo = (function() {

        const CheckStatusInfo = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CheckStatusInfo.prototype.type = 0;
        CheckStatusInfo.prototype.command = null;
        CheckStatusInfo.prototype.http = null;
        CheckStatusInfo.prototype.tcp = null;

        CheckStatusInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                writer.uint32(8).int32(message.type);
            if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                $root.mesos.CheckStatusInfo.Command.encode(message.command, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.http != null && $Object.hasOwnProperty.call(message, "http"))
                $root.mesos.CheckStatusInfo.Http.encode(message.http, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.tcp != null && $Object.hasOwnProperty.call(message, "tcp"))
                $root.mesos.CheckStatusInfo.Tcp.encode(message.tcp, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CheckStatusInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.CheckStatusInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.CheckStatusInfo.Type[value] !== $undefined)
                            message.type = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.command = $root.mesos.CheckStatusInfo.Command.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.http = $root.mesos.CheckStatusInfo.Http.decode(reader, reader.size(), $undefined, _depth + 1, message.http);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.tcp = $root.mesos.CheckStatusInfo.Tcp.decode(reader, reader.size(), $undefined, _depth + 1, message.tcp);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        CheckStatusInfo.Type = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN"] = 0;
            values[valuesById[1] = "COMMAND"] = 1;
            values[valuesById[2] = "HTTP"] = 2;
            values[valuesById[3] = "TCP"] = 3;
            return values;
        })();

        CheckStatusInfo.Command = (function() {

            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Command.prototype.exitCode = 0;

            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.exitCode != null && $Object.hasOwnProperty.call(message, "exitCode"))
                    writer.uint32(8).int32(message.exitCode);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.CheckStatusInfo.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.exitCode = reader.int32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Command;
        })();

        CheckStatusInfo.Http = (function() {

            const Http = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Http.prototype.statusCode = 0;

            Http.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statusCode != null && $Object.hasOwnProperty.call(message, "statusCode"))
                    writer.uint32(8).uint32(message.statusCode);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Http.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.CheckStatusInfo.Http();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.statusCode = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Http;
        })();

        CheckStatusInfo.Tcp = (function() {

            const Tcp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Tcp.prototype.succeeded = false;

            Tcp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.succeeded != null && $Object.hasOwnProperty.call(message, "succeeded"))
                    writer.uint32(8).bool(message.succeeded);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Tcp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mesos.CheckStatusInfo.Tcp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.succeeded = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Tcp;
        })();

        return CheckStatusInfo;
    })();

    mesos.TaskStatus = (function() {

        const TaskStatus = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TaskStatus.prototype.taskId = null;
        TaskStatus.prototype.state = 0;
        TaskStatus.prototype.data = $util.newBuffer([]);
        TaskStatus.prototype.message = "";
        TaskStatus.prototype.slaveId = null;
        TaskStatus.prototype.timestamp = 0;
        TaskStatus.prototype.executorId = null;
        TaskStatus.prototype.healthy = false;
        TaskStatus.prototype.source = 0;
        TaskStatus.prototype.reason = 0;
        TaskStatus.prototype.uuid = $util.newBuffer([]);
        TaskStatus.prototype.labels = null;
        TaskStatus.prototype.containerStatus = null;
        TaskStatus.prototype.unreachableTime = null;
        TaskStatus.prototype.checkStatus = null;
        TaskStatus.prototype.limitation = null;

        TaskStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            $root.mesos.TaskID.encode(message.taskId, writer.uint32(10).fork(), _depth + 1).ldelim();
            writer.uint32(16).int32(message.state);
            if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                writer.uint32(26).bytes(message.data);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                writer.uint32(34).string(message.message);
            if (message.slaveId != null && $Object.hasOwnProperty.call(message, "slaveId"))
                $root.mesos.SlaveID.encode(message.slaveId, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                writer.uint32(49).double(message.timestamp);
            if (message.executorId != null && $Object.hasOwnProperty.call(message, "executorId"))
                $root.mesos.ExecutorID.encode(message.executorId, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.healthy != null && $Object.hasOwnProperty.call(message, "healthy"))
                writer.uint32(64).bool(message.healthy);
            if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                writer.uint32(72).int32(message.source);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                writer.uint32(80).int32(message.reason);
            if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                writer.uint32(90).bytes(message.uuid);
            if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                $root.mesos.Labels.encode(message.labels, writer.uint32(98).fork(), _depth + 1).ldelim();
            if (message.containerStatus != null && $Object.hasOwnProperty.call(message, "containerStatus"))
                $root.mesos.ContainerStatus.encode(message.containerStatus, writer.uint32(106).fork(), _depth + 1).ldelim();
            if (message.unreachableTime != null && $Object.hasOwnProperty.call(message, "unreachableTime"))
                $root.mesos.TimeInfo.encode(message.unreachableTime, writer.uint32(114).fork(), _depth + 1).ldelim();
            if (message.checkStatus != null && $Object.hasOwnProperty.call(message, "checkStatus"))
                $root.mesos.CheckStatusInfo.encode(message.checkStatus, writer.uint32(122).fork(), _depth + 1).ldelim();
            if (message.limitation != null && $Object.hasOwnProperty.call(message, "limitation"))
                $root.mesos.TaskResourceLimitation.encode(message.limitation, writer.uint32(130).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TaskStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.mesos.TaskStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.taskId = $root.mesos.TaskID.decode(reader, reader.size(), $undefined, _depth + 1, message.taskId);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.TaskState[value] !== $undefined)
                            message.state = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.data = reader.bytes();
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.message = reader.string();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.slaveId = $root.mesos.SlaveID.decode(reader, reader.size(), $undefined, _depth + 1, message.slaveId);
                        continue;
                    }
                case 6: {
                        if (wireType !== 1)
                            break;
                        message.timestamp = reader.double();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.executorId = $root.mesos.ExecutorID.decode(reader, reader.size(), $undefined, _depth + 1, message.executorId);
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        message.healthy = reader.bool();
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.TaskStatus.Source[value] !== $undefined)
                            message.source = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        value = reader.int32();
                        if ($root.mesos.TaskStatus.Reason[value] !== $undefined)
                            message.reason = value;
                        else if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.uuid = reader.bytes();
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.labels = $root.mesos.Labels.decode(reader, reader.size(), $undefined, _depth + 1, message.labels);
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        message.containerStatus = $root.mesos.ContainerStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.containerStatus);
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        message.unreachableTime = $root.mesos.TimeInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.unreachableTime);
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        message.checkStatus = $root.mesos.CheckStatusInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.checkStatus);
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.limitation = $root.mesos.TaskResourceLimitation.decode(reader, reader.size(), $undefined, _depth + 1, message.limitation);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            if (!$Object.hasOwnProperty.call(message, "taskId"))
                throw $util.ProtocolError("missing required 'taskId'", { instance: message });
            if (!$Object.hasOwnProperty.call(message, "state"))
                throw $util.ProtocolError("missing required 'state'", { instance: message });
            return message;
        };

        TaskStatus.Source = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SOURCE_MASTER"] = 0;
            values[valuesById[1] = "SOURCE_SLAVE"] = 1;
            values[valuesById[2] = "SOURCE_EXECUTOR"] = 2;
            return values;
        })();

        TaskStatus.Reason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REASON_COMMAND_EXECUTOR_FAILED"] = 0;
            values[valuesById[1] = "REASON_EXECUTOR_TERMINATED"] = 1;
            values[valuesById[2] = "REASON_EXECUTOR_UNREGISTERED"] = 2;
            values[valuesById[3] = "REASON_FRAMEWORK_REMOVED"] = 3;
            values[valuesById[4] = "REASON_GC_ERROR"] = 4;
            values[valuesById[5] = "REASON_INVALID_FRAMEWORKID"] = 5;
            values[valuesById[6] = "REASON_INVALID_OFFERS"] = 6;
            values[valuesById[7] = "REASON_MASTER_DISCONNECTED"] = 7;
            values[valuesById[8] = "REASON_CONTAINER_LIMITATION_MEMORY"] = 8;
            values[valuesById[9] = "REASON_RECONCILIATION"] = 9;
            values[valuesById[10] = "REASON_SLAVE_DISCONNECTED"] = 10;
            values[valuesById[11] = "REASON_SLAVE_REMOVED"] = 11;
            values[valuesById[12] = "REASON_SLAVE_RESTARTED"] = 12;
            values[valuesById[13] = "REASON_SLAVE_UNKNOWN"] = 13;
            values[valuesById[14] = "REASON_TASK_INVALID"] = 14;
            values[valuesById[15] = "REASON_TASK_UNAUTHORIZED"] = 15;
            values[valuesById[16] = "REASON_TASK_UNKNOWN"] = 16;
            values[valuesById[17] = "REASON_CONTAINER_PREEMPTED"] = 17;
            values[valuesById[18] = "REASON_RESOURCES_UNKNOWN"] = 18;
            values[valuesById[19] = "REASON_CONTAINER_LIMITATION"] = 19;
            values[valuesById[20] = "REASON_CONTAINER_LIMITATION_DISK"] = 20;
            values[valuesById[21] = "REASON_CONTAINER_LAUNCH_FAILED"] = 21;
            values[valuesById[22] = "REASON_CONTAINER_UPDATE_FAILED"] = 22;
            values[valuesById[23] = "REASON_EXECUTOR_REGISTRATION_TIMEOUT"] = 23;
            values[valuesById[24] = "REASON_EXECUTOR_REREGISTRATION_TIMEOUT"] = 24;
            values[valuesById[25] = "REASON_TASK_GROUP_INVALID"] = 25;
            values[valuesById[26] = "REASON_TASK_GROUP_UNAUTHORIZED"] = 26;
            values[valuesById[27] = "REASON_IO_SWITCHBOARD_EXITED"] = 27;
            values[valuesById[28] = "REASON_TASK_CHECK_STATUS_UPDATED"] = 28;
            values[valuesById[29] = "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED"] = 29;
            values[valuesById[30] = "REASON_TASK_KILLED_DURING_LAUNCH"] = 30;
            values[valuesById[31] = "REASON_SLAVE_REMOVED_BY_OPERATOR"] = 31;
            values[valuesById[32] = "REASON_SLAVE_REREGISTERED"] = 32;
            values[valuesById[33] = "REASON_MAX_COMPLETION_TIME_REACHED"] = 33;
            values[valuesById[34] = "REASON_SLAVE_DRAINING"] = 34;
            return values;
        })();

        return TaskStatus;
    })();

    return mesos;
})();

export {
  $root as default
};
